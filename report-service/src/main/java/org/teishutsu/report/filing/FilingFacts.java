package org.teishutsu.report.filing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.Figures;
import org.teishutsu.common.figures.IncidentFigures;
import org.teishutsu.report.deadline.DeadlineView;
import org.teishutsu.report.evidence.EvidenceView;
import org.teishutsu.report.firm.FirmView;
import org.teishutsu.report.incident.IncidentView;
import org.teishutsu.report.incident.TimelineView;
import org.teishutsu.report.measure.MeasureView;
import org.teishutsu.report.order.Clause;
import org.teishutsu.report.order.ClauseKind;
import org.teishutsu.report.order.InstructionView;
import org.teishutsu.report.order.OrderView;
import org.teishutsu.report.publicnotice.PublicNoticeView;
import org.teishutsu.report.publicnotice.PublishedFigureView;
import org.teishutsu.report.restriction.RestrictionView;

/**
 * Everything a filing is written from: what was recorded up to its as-of instant, and apart from it what came after.
 *
 * @param period what is reported
 * @param deadlines as they stood at the as-of instant
 * @param instructions of the bureau that stood at the as-of instant
 * @param figures null as long as notify-service has not given them
 * @param previous the last filing that was released before this one; null if there is none
 * @param later what was recorded after the as-of instant
 * @param explanations the firm's reasons for numbers that differ from what was said before, by key
 * @param requests of the bureau about what it has, as they stood at the as-of instant
 * @param corrected what this version corrects; null for a first version
 */
record FilingFacts(
        Period period,
        FirmView firm,
        OrderView order,
        List<IncidentFacts> incidents,
        Map<String, String> itemLabels,
        List<PublicNoticeView> notices,
        List<MeasureView> measures,
        List<EvidenceView> evidence,
        List<RestrictionView> restrictions,
        List<DeadlineView> deadlines,
        List<InstructionView> instructions,
        @Nullable Figures figures,
        @Nullable Previous previous,
        Later later,
        Map<String, String> explanations,
        List<BureauRequest.View> requests,
        @Nullable Corrected corrected,
        boolean drill) {

    /**
     * What is reported.
     *
     * @param letterDate the date on the letter: the safe date, or the day of writing once that has passed
     */
    record Period(
            FilingKind kind,
            int number,
            int version,
            Instant asOf,
            LocalDate nominal,
            LocalDate safe,
            LocalDate letterDate) {}

    /** One incident, its time line without corrected entries, and what was published of it. */
    record IncidentFacts(IncidentView incident, List<TimelineView> timeline, List<PublishedFigureView> published) {}

    /**
     * The last released filing of the order before this one.
     *
     * @param printed the number it said under each key
     * @param told how many had been told at each report so far, this one included, the first one first
     */
    record Previous(FilingKind kind, int number, Instant asOf, Map<String, Long> printed, List<Told> told) {
        String reference() {
            return kind.reference(number);
        }
    }

    /** How many persons a report said had been told. */
    record Told(String report, long persons) {}

    /** What a correction corrects, and why. */
    record Corrected(String documentNumber, LocalDate documentDate, String reason) {}

    /** What was recorded after the as-of instant and before the draft was written. */
    record Later(
            Instant until, List<TimelineView> timeline, List<PublicNoticeView> notices, List<MeasureView> measures) {}

    /** The same facts as they would have been written at another time. */
    FilingFacts writtenAt(Instant until, LocalDate letterDate) {
        return new FilingFacts(
                new Period(
                        period.kind(),
                        period.number(),
                        period.version(),
                        period.asOf(),
                        period.nominal(),
                        period.safe(),
                        letterDate),
                firm,
                order,
                incidents,
                itemLabels,
                notices,
                measures,
                evidence,
                restrictions,
                deadlines,
                instructions,
                figures,
                previous,
                new Later(until, later.timeline(), later.notices(), later.measures()),
                explanations,
                requests,
                corrected,
                drill);
    }

    Instant asOf() {
        return period.asOf();
    }

    Optional<Figures> available() {
        return Optional.ofNullable(figures);
    }

    Optional<IncidentFigures> figuresOf(String incident) {
        return available()
                .flatMap(all -> all.incidents().stream()
                        .filter(one -> one.incident().equals(incident))
                        .findFirst());
    }

    List<Clause> clausesOf(ClauseKind kind) {
        return order.clauses().stream().filter(clause -> clause.kind() == kind).toList();
    }

    List<MeasureView> measuresFor(Clause clause) {
        return measures.stream()
                .filter(measure -> measure.clauses().contains(clause.number()))
                .toList();
    }

    /** When the period begins: the last filing's as-of instant, or before everything. */
    Instant since() {
        return previous == null ? Instant.EPOCH : previous.asOf();
    }

    boolean inPeriod(Instant recordedAt) {
        return recordedAt.isAfter(since()) && !recordedAt.isAfter(asOf());
    }
}

package org.teishutsu.report.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.Figures;
import org.teishutsu.common.leak.LeakItem;
import org.teishutsu.common.time.Jst;
import org.teishutsu.platform.drill.Drill;
import org.teishutsu.platform.time.Facts;
import org.teishutsu.report.deadline.DeadlineService;
import org.teishutsu.report.evidence.EvidenceService;
import org.teishutsu.report.filing.FilingFacts.Corrected;
import org.teishutsu.report.filing.FilingFacts.IncidentFacts;
import org.teishutsu.report.filing.FilingFacts.Later;
import org.teishutsu.report.filing.FilingFacts.Period;
import org.teishutsu.report.filing.FilingFacts.Previous;
import org.teishutsu.report.filing.FilingFacts.Told;
import org.teishutsu.report.filing.content.FilingJson;
import org.teishutsu.report.firm.FirmService;
import org.teishutsu.report.firm.FirmView;
import org.teishutsu.report.incident.IncidentService;
import org.teishutsu.report.incident.LeakCatalogue;
import org.teishutsu.report.incident.TimelineView;
import org.teishutsu.report.measure.MeasureService;
import org.teishutsu.report.order.InstructionService;
import org.teishutsu.report.order.OrderService;
import org.teishutsu.report.order.OrderView;
import org.teishutsu.report.publicnotice.PublicNoticeService;
import org.teishutsu.report.publicnotice.PublishedFigureService;
import org.teishutsu.report.restriction.RestrictionService;

/** Collects what a filing is written from, in one snapshot that holds every fact recorded up to its as-of instant. */
@ApplicationScoped
class FilingFactsReader {
    private final Filings filings;
    private final FilingRecords records;
    private final BureauRequests requests;
    private final FirmService firms;
    private final OrderService orders;
    private final IncidentService incidents;
    private final LeakCatalogue catalogue;
    private final PublicNoticeService notices;
    private final PublishedFigureService published;
    private final MeasureService measures;
    private final EvidenceService evidence;
    private final RestrictionService restrictions;
    private final DeadlineService deadlines;
    private final InstructionService instructions;
    private final Facts facts;
    private final Drill drill;
    private final Clock clock;

    FilingFactsReader(
            Filings filings,
            FilingRecords records,
            BureauRequests requests,
            FirmService firms,
            OrderService orders,
            IncidentService incidents,
            LeakCatalogue catalogue,
            PublicNoticeService notices,
            PublishedFigureService published,
            MeasureService measures,
            EvidenceService evidence,
            RestrictionService restrictions,
            DeadlineService deadlines,
            InstructionService instructions,
            Facts facts,
            Drill drill,
            Clock clock) {
        this.filings = filings;
        this.records = records;
        this.requests = requests;
        this.firms = firms;
        this.orders = orders;
        this.incidents = incidents;
        this.catalogue = catalogue;
        this.notices = notices;
        this.published = published;
        this.measures = measures;
        this.evidence = evidence;
        this.restrictions = restrictions;
        this.deadlines = deadlines;
        this.instructions = instructions;
        this.facts = facts;
        this.drill = drill;
        this.clock = clock;
    }

    /**
     * Reads; must not be called inside a transaction that has stamped facts, since it waits for those.
     *
     * @param asOf what counts was recorded up to then
     * @return empty as long as the firm is not recorded: there would be nobody to file
     */
    Optional<FilingFacts> read(UUID filing, Instant asOf, @Nullable Figures figures) {
        return facts.asOf(
                asOf, () -> firms.knownAt(asOf).map(firm -> collect(filings.get(filing), asOf, firm, figures)));
    }

    private FilingFacts collect(Filing filing, Instant asOf, FirmView firm, @Nullable Figures figures) {
        OrderView order = orders.knownAt(filing.orderId(), asOf);
        return new FilingFacts(
                period(filing, asOf),
                firm,
                order,
                order.incidents().stream().map(code -> incident(code, asOf)).toList(),
                catalogue.all().stream().collect(Collectors.toMap(LeakItem::code, LeakItem::label)),
                notices.knownAt(asOf),
                measures.of(order.id(), asOf),
                evidence.of(order.id(), asOf),
                restrictions.knownAt(asOf),
                deadlines.knownAt(order.id(), asOf),
                instructions.standing(order.id(), asOf),
                figures,
                previous(filing),
                later(order, asOf),
                records.explanations(filing.id()),
                requests.knownAt(order.id(), asOf),
                corrected(filing),
                drill.active());
    }

    private Period period(Filing filing, Instant asOf) {
        LocalDate today = Jst.date(clock.instant());
        return new Period(
                filing.kind(),
                filing.number(),
                filing.versionNo(),
                asOf,
                filing.nominal(),
                filing.safe(),
                today.isAfter(filing.safe()) ? today : filing.safe());
    }

    private IncidentFacts incident(String code, Instant asOf) {
        return new IncidentFacts(
                incidents.knownAt(code, asOf), incidents.timeline(code, asOf), published.knownAt(code, asOf));
    }

    private @Nullable Previous previous(Filing filing) {
        return filings.lastReleasedBefore(filing.orderId(), filing.number())
                .map(last -> new Previous(last.kind(), last.number(), last.asOf(), printed(last), told(last)))
                .orElse(null);
    }

    private @Nullable Corrected corrected(Filing filing) {
        return filing.corrects()
                .map(filings::get)
                .flatMap(Filing::content)
                .map(FilingJson::read)
                .map(old -> new Corrected(
                        old.documentNumber(),
                        old.documentDate(),
                        filing.correctionReason().orElseThrow()))
                .orElse(null);
    }

    private List<Told> told(Filing last) {
        List<Told> told = new ArrayList<>();
        for (Filing report : filings.releasedUpTo(last)) {
            Long persons = printed(report).get(NotificationFigures.TOLD);
            if (persons != null) {
                told.add(new Told(report.kind().reference(report.number()), persons));
            }
        }
        return told;
    }

    private static Map<String, Long> printed(Filing last) {
        Map<String, Long> printed = new HashMap<>();
        last.content()
                .map(FilingJson::read)
                .ifPresent(content -> content.printedFigures().forEach(figure -> {
                    Long value = figure.value();
                    if (value != null) {
                        printed.put(figure.key(), value);
                    }
                }));
        return printed;
    }

    private Later later(OrderView order, Instant asOf) {
        List<TimelineView> timeline = order.incidents().stream()
                .flatMap(code -> incidents.timeline(code).stream())
                .filter(entry -> entry.recordedAt().isAfter(asOf))
                .toList();
        return new Later(
                clock.instant(),
                timeline,
                notices.all().stream()
                        .filter(notice -> notice.recordedAt().isAfter(asOf))
                        .toList(),
                measures.of(order.id()));
    }
}

package org.teishutsu.report.filing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.time.Facts;
import org.teishutsu.report.filing.Changes.SectionChange;
import org.teishutsu.report.filing.SectionDraft.Table;
import org.teishutsu.report.filing.content.FilingContent;
import org.teishutsu.report.filing.content.Section;

/** Begins a correction (訂正報告書): a new version from DRAFT that begins with the words of the old one, which stays. */
@ApplicationScoped
class FilingCorrections {
    private static final String TITLE = "訂正の理由及び新旧対照表";

    private final Filings filings;
    private final FilingRecords records;
    private final FilingWriter writer;
    private final Facts facts;
    private final Clock clock;

    FilingCorrections(Filings filings, FilingRecords records, FilingWriter writer, Facts facts, Clock clock) {
        this.filings = filings;
        this.records = records;
        this.writer = writer;
        this.facts = facts;
        this.clock = clock;
    }

    /** Gives the new version's id. */
    UUID begin(UUID id, NewCorrection entered, String by) {
        UUID correction = QuarkusTransaction.requiringNew().call(() -> {
            Filing old = filings.lock(id);
            Instant asOf = Optional.ofNullable(entered.asOf()).orElse(old.asOf());
            requireCorrectable(old, asOf);
            Instant now = facts.stamp();
            Filing made = new Filing(old, asOf, entered.reason(), now, by);
            filings.persistAndFlush(made);
            records.copyTexts(old, made, now, by);
            records.event(old, FilingEvent.Kind.CORRECTION_BEGUN, "version " + made.versionNo(), now, by);
            records.event(made, FilingEvent.Kind.CORRECTS, entered.reason(), now, by);
            return made.id();
        });
        writer.write(correction, FilingEvent.Kind.DRAFTED, by);
        return correction;
    }

    private void requireCorrectable(Filing old, Instant asOf) {
        if (old.state() != FilingState.SUBMITTED) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION,
                    "The filing is " + old.state() + ": what the bureau does not have yet is given back and changed");
        }
        Filing last = filings.find(old.orderId(), old.number()).orElse(old);
        if (!last.id().equals(old.id())) {
            throw new ProblemException(
                    ProblemType.ALREADY_EXISTS,
                    "Version %d, %s, corrects it already".formatted(last.versionNo(), last.state()));
        }
        if (asOf.isBefore(old.asOf()) || !asOf.isBefore(clock.instant())) {
            throw ProblemException.invalid("asOf", "must not be before " + old.asOf() + " and must have passed");
        }
    }

    /** What the annex with the comparison is called on the cover; {@code annexes} stand before it. */
    static String annexTitle(int annexes) {
        return "別紙%d %s".formatted(annexes + 1, TITLE);
    }

    /** The corrected content with its last annex: why, and what it said before beside what it says now. */
    static FilingContent compared(FilingContent old, FilingContent corrected, String reason) {
        SectionDraft annex = new SectionDraft("別紙" + (corrected.annexes().size() + 1), TITLE);
        annex.heading("訂正の理由").say(Wording.oneLine(reason));
        annex.heading("新旧対照表");
        Table table = new Table("訂正前と訂正後の記載").text("箇所", 2).text("訂正前", 5).text("訂正後", 5);
        for (SectionChange change : Changes.between(old, corrected).sections()) {
            if (!change.title().equals(TITLE)) {
                rows(table, change);
            }
        }
        annex.table(table);
        List<Section> annexes = new ArrayList<>(corrected.annexes());
        annexes.add(annex.done());
        return corrected.with(corrected.sections(), annexes, corrected.printedFigures());
    }

    private static void rows(Table table, SectionChange change) {
        int rows = Math.max(change.removed().size(), change.added().size());
        for (int i = 0; i < rows; i++) {
            table.row(
                    i == 0 ? change.number() + "　" + change.title() : "同上",
                    i < change.removed().size() ? change.removed().get(i) : "（記載なし）",
                    i < change.added().size() ? change.added().get(i) : "（削除）");
        }
    }
}

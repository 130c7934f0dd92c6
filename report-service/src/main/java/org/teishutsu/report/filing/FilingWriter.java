package org.teishutsu.report.filing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.Figures;
import org.teishutsu.platform.security.Who;
import org.teishutsu.platform.time.Facts;
import org.teishutsu.report.filing.content.FilingContent;
import org.teishutsu.report.filing.content.FilingJson;
import org.teishutsu.report.notify.FiguresSource;
import org.teishutsu.report.notify.FiguresUnavailableException;
import org.teishutsu.report.order.OrderService;

/**
 * Writes a draft: asks for the figures, collects the facts, drafts, and stores all of it in one step. A draft without
 * figures says what it waits for; figures that were once had are kept, since the same instant gives the same figures.
 */
@ApplicationScoped
class FilingWriter {
    private static final String NO_FIRM = "The firm is not recorded yet";

    private final Filings filings;
    private final FilingRecords records;
    private final FilingFactsReader reader;
    private final OrderService orders;
    private final FiguresSource source;
    private final Facts facts;

    FilingWriter(
            Filings filings,
            FilingRecords records,
            FilingFactsReader reader,
            OrderService orders,
            FiguresSource source,
            Facts facts) {
        this.filings = filings;
        this.records = records;
        this.reader = reader;
        this.orders = orders;
        this.source = source;
        this.facts = facts;
    }

    /** What there is to write with. */
    private record Question(
            List<String> incidents, Instant asOf, @Nullable Figures figures) {}

    /** Figures, or what to wait for; after a failed refresh both. */
    private record Answer(
            @Nullable Figures figures, @Nullable String waiting) {}

    /** Asks anew and writes the draft; only a DRAFT can be written. */
    void write(UUID filing, FilingEvent.Kind kind, String by) {
        write(filing, kind, by, new Outage());
    }

    /** Asks anew unless notify-service is known to be down, and writes the draft; only a DRAFT can be written. */
    void write(UUID filing, FilingEvent.Kind kind, String by, Outage outage) {
        Question question = QuarkusTransaction.requiringNew().call(() -> question(filing));
        write(filing, question, ask(question, outage), kind, null, by);
    }

    /** That notify-service was found down while several drafts were written: the others need not try it each for itself. */
    static final class Outage {
        private @Nullable String reason;
    }

    /** Writes the draft with the figures it has. */
    void rewrite(UUID filing, FilingEvent.Kind kind, String detail, String by) {
        record Had(Question question, @Nullable String waiting) {}
        Had had = QuarkusTransaction.requiringNew()
                .call(() ->
                        new Had(question(filing), filings.get(filing).waiting().orElse(null)));
        write(filing, had.question(), new Answer(had.question().figures(), had.waiting()), kind, detail, by);
    }

    private void write(
            UUID filing, Question question, Answer answer, FilingEvent.Kind kind, @Nullable String detail, String by) {
        Optional<FilingFacts> found = reader.read(filing, question.asOf(), answer.figures());
        QuarkusTransaction.requiringNew()
                .run(() -> found.ifPresentOrElse(
                        read -> store(filing, read, answer, kind, detail, by), () -> wait(filing, NO_FIRM, by)));
    }

    /**
     * What the draft would say otherwise if it were written now: facts of its period that came to be known, or that
     * happened since the as-of instant, after it was written.
     */
    Changes newer(UUID id) {
        record Written(
                Instant asOf,
                FilingContent drafted,
                @Nullable Figures figures,
                Instant until) {}
        Optional<Written> written = QuarkusTransaction.requiringNew().call(() -> {
            Filing filing = filings.get(id);
            return filing.drafted()
                    .map(drafted -> new Written(
                            filing.asOf(),
                            FilingJson.read(drafted),
                            filing.figures().map(FiguresJson::read).orElse(null),
                            filing.draftedAt().orElseThrow()));
        });
        return written.flatMap(was -> reader.read(id, was.asOf(), was.figures())
                        .map(now -> Changes.between(
                                was.drafted(),
                                FilingDrafter.draft(
                                        now.writtenAt(was.until(), was.drafted().documentDate())))))
                .orElse(new Changes(List.of(), List.of()));
    }

    private Question question(UUID id) {
        Filing filing = filings.get(id);
        filing.requireDraft();
        return new Question(
                orders.get(filing.orderId()).incidents(),
                filing.asOf(),
                filing.figures().map(FiguresJson::read).orElse(null));
    }

    private Answer ask(Question question, Outage outage) {
        if (outage.reason != null) {
            return new Answer(question.figures(), outage.reason);
        }
        try {
            return new Answer(source.figures(question.incidents(), question.asOf()), null);
        } catch (FiguresUnavailableException e) {
            String waiting = "No figures from notify-service: " + e.getMessage();
            outage.reason = e.isDown() ? waiting : null;
            return new Answer(question.figures(), waiting);
        }
    }

    private void store(
            UUID id, FilingFacts read, Answer answer, FilingEvent.Kind kind, @Nullable String detail, String by) {
        String figures = answer.figures() == null ? null : FiguresJson.write(answer.figures());
        Filing filing = filings.lock(id);
        if (!filing.isDated(read.period())) {
            return; // an instruction moved it meanwhile: it waits for its new as-of instant, and says so
        }
        Optional<String> before = filing.content();
        filing.write(FilingJson.text(FilingDrafter.draft(read)), read.later().until(), figures, answer.waiting());
        Instant now = facts.stamp();
        forgetOverrides(filing, now, by);
        FilingComposer.apply(filing, records);
        before.map(FilingJson::read)
                .map(old ->
                        Changes.between(old, FilingJson.read(filing.content().orElseThrow())))
                .ifPresent(changes -> filing.changed(FiguresJson.text(changes)));
        records.event(filing, kind, detail == null ? answer.waiting() : detail, now, by);
    }

    /** An override excused the failure of what was written before; what is written now may fail for another reason. */
    private void forgetOverrides(Filing filing, Instant now, String by) {
        List<String> forgotten = records.overrides(filing.id()).stream()
                .map(override -> override.checkName().name())
                .toList();
        if (!forgotten.isEmpty()) {
            records.forgetOverrides(filing.id());
            records.event(filing, FilingEvent.Kind.OVERRIDES_FORGOTTEN, String.join(", ", forgotten), now, by);
        }
    }

    /** Says what is wrong, unless somebody has taken the draft further meanwhile. */
    void giveUp(UUID id, String reason) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (filings.lock(id).state() == FilingState.DRAFT) {
                wait(id, reason, Who.SCHEDULER);
            }
        });
    }

    private void wait(UUID id, String reason, String by) {
        Filing filing = filings.lock(id);
        filing.waitFor(reason);
        records.event(filing, FilingEvent.Kind.WAITING, reason, facts.stamp(), by);
    }
}

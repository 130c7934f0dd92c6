package org.teishutsu.report.filing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.common.time.Jst;
import org.teishutsu.platform.security.Who;
import org.teishutsu.platform.time.DailyTick;
import org.teishutsu.platform.time.Facts;
import org.teishutsu.report.deadline.DeadlineService;
import org.teishutsu.report.deadline.DeadlineState;
import org.teishutsu.report.deadline.DeadlineView;
import org.teishutsu.report.order.OrderService;

/**
 * Asks once a day "which filings should exist by now and don't?" and makes them; a missed day or a second process
 * changes nothing. Drafts that wait are tried again.
 */
@ApplicationScoped
class FilingRun implements DailyTick {
    private static final Logger LOG = Logger.getLogger(FilingRun.class);

    private final OrderService orders;
    private final DeadlineService deadlines;
    private final Filings filings;
    private final FilingRecords records;
    private final FilingViews views;
    private final FilingWriter writer;
    private final FilingRuns runs;
    private final Facts facts;
    private final Clock clock;

    FilingRun(
            OrderService orders,
            DeadlineService deadlines,
            Filings filings,
            FilingRecords records,
            FilingViews views,
            FilingWriter writer,
            FilingRuns runs,
            Facts facts,
            Clock clock) {
        this.orders = orders;
        this.deadlines = deadlines;
        this.filings = filings;
        this.records = records;
        this.views = views;
        this.writer = writer;
        this.runs = runs;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What a run did.
     *
     * @param lookedAt how many open deadlines had passed their as-of instant
     * @param made the drafts that did not exist before
     */
    record Result(LocalDate date, int lookedAt, List<FilingView> made, List<Waiting> waiting) {}

    /** A draft that could not be written, or only without figures. */
    record Waiting(UUID filing, String reason) {}

    @Override
    public void tick(LocalDate day) {
        Result result = run(day, Who.SCHEDULER);
        LOG.infof(
                "Filing run of %s: %d deadlines looked at, %d filings made, %d wait",
                day, result.lookedAt(), result.made().size(), result.waiting().size());
    }

    /** Makes what should exist at 00:00 of a day and does not. */
    Result run(LocalDate date, String by) {
        if (date.isAfter(Jst.date(clock.instant()))) {
            throw new ProblemException(ProblemType.AS_OF_IN_FUTURE, "date " + date + " has not come yet");
        }
        Instant at = Jst.startOf(date);
        deadlines.plan(date);
        List<DeadlineView> due = deadlines.withFilingDue(at);
        Map<Filings.Place, Filings.Standing> standing =
                QuarkusTransaction.requiringNew().call(filings::standing);
        List<UUID> made = new ArrayList<>();
        List<UUID> drafts = new ArrayList<>();
        for (DeadlineView deadline : due) {
            Filings.Standing found = standing.get(new Filings.Place(deadline.order(), deadline.number()));
            if (found == null) {
                make(deadline, at).ifPresent(made::add);
            } else if (found.waits()) {
                drafts.add(found.id());
            }
        }
        drafts.addAll(made);
        FilingWriter.Outage outage = new FilingWriter.Outage();
        drafts.forEach(draft -> write(draft, outage));
        return QuarkusTransaction.requiringNew().call(() -> {
            Result result = result(date, due.size(), made, drafts);
            runs.persist(new FilingRunRecord(result, facts.stamp(), by));
            return result;
        });
    }

    /** One draft that cannot be written must not keep the others, or the next day, from being written. */
    private void write(UUID draft, FilingWriter.Outage outage) {
        try {
            writer.write(draft, FilingEvent.Kind.DRAFTED, Who.SCHEDULER, outage);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The draft %s cannot be written", draft);
            writer.giveUp(draft, "The draft cannot be written: the log tells why");
        }
    }

    private Result result(LocalDate date, int lookedAt, List<UUID> made, List<UUID> drafts) {
        List<Waiting> waiting = new ArrayList<>();
        for (Filing draft : filings.get(drafts)) {
            draft.waiting().ifPresent(reason -> waiting.add(new Waiting(draft.id(), reason)));
        }
        return new Result(date, lookedAt, views.of(filings.get(made)), waiting);
    }

    /** Empty if it exists, another process having made it a moment ago included. */
    private Optional<UUID> make(DeadlineView deadline, Instant at) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> makeIfMissing(deadline, at));
        } catch (RuntimeException e) {
            if (exists(deadline)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Looks again with the order locked: the duty may have ended, or the deadline moved, since the run began. */
    private Optional<UUID> makeIfMissing(DeadlineView seen, Instant at) {
        orders.lock(seen.order());
        Optional<DeadlineView> due = deadlines.of(seen.order()).stream()
                .filter(deadline -> deadline.number() == seen.number())
                .filter(deadline -> deadline.state() == DeadlineState.OPEN)
                .filter(deadline -> !deadline.asOf().isAfter(at))
                .findFirst();
        if (due.isEmpty() || filings.find(seen.order(), seen.number()).isPresent()) {
            return Optional.empty();
        }
        Instant now = facts.stamp();
        Filing filing = new Filing(due.get(), now, Who.SCHEDULER);
        filings.persistAndFlush(filing);
        records.event(filing, FilingEvent.Kind.CREATED, null, now, Who.SCHEDULER);
        return Optional.of(filing.id());
    }

    private boolean exists(DeadlineView deadline) {
        return QuarkusTransaction.requiringNew()
                .call(() -> filings.find(deadline.order(), deadline.number()).isPresent());
    }
}

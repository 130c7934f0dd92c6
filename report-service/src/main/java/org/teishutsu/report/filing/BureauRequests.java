package org.teishutsu.report.filing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.common.time.Jst;
import org.teishutsu.platform.time.Facts;

/** What the bureau has asked for after it had a filing. */
@ApplicationScoped
class BureauRequests implements PanacheRepositoryBase<BureauRequest, UUID> {
    private final Filings filings;
    private final FilingRecords records;
    private final Facts facts;
    private final Clock clock;

    BureauRequests(Filings filings, FilingRecords records, Facts facts, Clock clock) {
        this.filings = filings;
        this.records = records;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    List<BureauRequest.View> of(UUID filing) {
        filings.get(filing);
        Instant now = clock.instant();
        return list("filingId = ?1 order by recordedAt, id", filing).stream()
                .map(request -> request.view(now))
                .toList();
    }

    /** Those about any filing of an order, as they were known at an instant. */
    List<BureauRequest.View> knownAt(UUID order, Instant asOf) {
        return list(
                        "recordedAt <= ?2 and filingId in (select f.id from Filing f where f.orderId = ?1)"
                                + " order by recordedAt, id",
                        order,
                        asOf)
                .stream()
                .map(request -> request.view(asOf))
                .toList();
    }

    /** Those nobody has answered by their date. */
    long overdue() {
        return count("answeredOn is null and dueOn < ?1", Jst.date(clock.instant()));
    }

    @Transactional
    BureauRequest.View record(UUID id, NewRequest entered, String by) {
        Filing filing = filings.lock(id);
        if (filing.state() != FilingState.SUBMITTED) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION,
                    "The filing is " + filing.state() + ": the bureau asks about what was SUBMITTED");
        }
        requirePast("receivedOn", entered.receivedOn());
        Instant now = facts.stamp();
        BureauRequest request = new BureauRequest(id, entered, now, by);
        persist(request);
        records.event(filing, FilingEvent.Kind.REQUESTED, entered.kind() + " due on " + entered.dueOn(), now, by);
        return request.view(now);
    }

    @Transactional
    BureauRequest.View answer(UUID id, UUID request, LocalDate answeredOn, String text, String by) {
        Filing filing = filings.lock(id);
        BureauRequest found = findByIdOptional(request)
                .filter(candidate -> candidate.filingId().equals(id))
                .orElseThrow(() -> ProblemException.notFound("request", request));
        requirePast("answeredOn", answeredOn);
        Instant now = facts.stamp();
        found.answer(answeredOn, text, now, by);
        records.event(filing, FilingEvent.Kind.REQUEST_ANSWERED, request.toString(), now, by);
        return found.view(now);
    }

    private void requirePast(String field, LocalDate day) {
        if (day.isAfter(Jst.date(clock.instant()))) {
            throw ProblemException.invalid(field, "must not lie in the future");
        }
    }
}

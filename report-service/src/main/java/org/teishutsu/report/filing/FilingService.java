package org.teishutsu.report.filing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.common.time.Jst;
import org.teishutsu.platform.security.Who;
import org.teishutsu.report.deadline.DeadlineService;
import org.teishutsu.report.deadline.DeadlineState;
import org.teishutsu.report.evidence.EvidenceService;
import org.teishutsu.report.evidence.Subject;
import org.teishutsu.report.order.OrderInstructed;
import org.teishutsu.report.order.OrderReleased;

/** Takes a filing through its states; every step is one transaction and leaves an event. */
@ApplicationScoped
class FilingService {
    private final Filings filings;
    private final FilingRecords records;
    private final FilingViews views;
    private final FilingSteps steps;
    private final FilingWriter writer;
    private final FilingInspection inspection;
    private final DeadlineService deadlines;
    private final Delegations delegations;
    private final EvidenceService evidence;
    private final Clock clock;

    FilingService(
            Filings filings,
            FilingRecords records,
            FilingViews views,
            FilingSteps steps,
            FilingWriter writer,
            FilingInspection inspection,
            DeadlineService deadlines,
            Delegations delegations,
            EvidenceService evidence,
            Clock clock) {
        this.filings = filings;
        this.records = records;
        this.views = views;
        this.steps = steps;
        this.writer = writer;
        this.inspection = inspection;
        this.deadlines = deadlines;
        this.delegations = delegations;
        this.evidence = evidence;
        this.clock = clock;
    }

    @Transactional
    List<UUID> ids(@Nullable UUID order) {
        return filings.ids(order);
    }

    @Transactional
    List<FilingView> get(List<UUID> ids) {
        return views.of(filings.get(ids));
    }

    @Transactional
    FilingView get(UUID id) {
        return views.of(filings.get(id));
    }

    @Transactional
    List<FilingEvent.View> events(UUID id) {
        return records.events(filings.get(id).id()).stream()
                .map(FilingEvent::view)
                .toList();
    }

    FilingView refresh(UUID id, String by) {
        writer.write(id, FilingEvent.Kind.REFRESHED, by);
        return QuarkusTransaction.requiringNew().call(() -> get(id));
    }

    /** What came to be known since the draft was written must not be lost: it goes back and is written anew. */
    private void requireNothingNewer(UUID id) {
        Changes newer = writer.newer(id);
        if (!newer.isEmpty()) {
            String sections =
                    newer.sections().stream().map(Changes.SectionChange::number).collect(Collectors.joining(", "));
            throw new ProblemException(
                    ProblemType.CHANGED_SINCE,
                    "Facts were recorded since the draft was written and change section(s) " + sections
                            + ": give it back to DRAFT if it is not there, and refresh it");
        }
    }

    FilingView submitForReview(UUID id, String by) {
        requireNothingNewer(id);
        return QuarkusTransaction.requiringNew()
                .call(() -> steps.take(id, (filing, now) -> {
                    filing.submitForReview();
                    records.event(filing, FilingEvent.Kind.SUBMITTED_FOR_REVIEW, null, now, by);
                }));
    }

    /** Lets a failed check pass, by an approver who neither prepared this filing nor will approve it. */
    FilingView override(UUID id, CheckName name, NewOverride entered, String by) {
        String grant = grant(id, Delegation.Role.APPROVER);
        CheckResult result = inspection.check(id, name);
        return QuarkusTransaction.requiringNew()
                .call(() -> steps.take(id, (filing, now) -> {
                    requireNotPreparer(filing, by);
                    if (filing.state() != FilingState.DRAFT && filing.state() != FilingState.IN_REVIEW) {
                        throw new ProblemException(
                                ProblemType.ILLEGAL_TRANSITION,
                                "The filing is " + filing.state() + ": its checks count before it goes to APPROVED");
                    }
                    if (!result.blocks()) {
                        throw new ProblemException(
                                ProblemType.ILLEGAL_TRANSITION,
                                "The check " + name + " is " + result.outcome() + " and cannot go to OVERRIDDEN");
                    }
                    records.override(new FilingOverride(id, name, entered.reason(), entered.note(), now, by));
                    FilingComposer.apply(filing, records);
                    records.event(filing, FilingEvent.Kind.OVERRIDDEN, name + ": " + entered.reason() + grant, now, by);
                }));
    }

    FilingView approve(UUID id, String digest, String by) {
        String grant = grant(id, Delegation.Role.APPROVER);
        List<CheckResult> checks = inspection.checks(id);
        List<CheckResult> failed = checks.stream().filter(CheckResult::blocks).toList();
        requireNothingNewer(id);
        return QuarkusTransaction.requiringNew()
                .call(() -> steps.take(id, (filing, now) -> {
                    filing.state().moveTo(FilingState.APPROVED);
                    requireNotPreparer(filing, by);
                    if (records.overriders(id).contains(by)) {
                        throw new ProblemException(
                                ProblemType.FOUR_EYES, by + " overrode a check of the filing: another must approve it");
                    }
                    filing.mayMoveTo(FilingState.APPROVED, digest);
                    if (!failed.isEmpty()) {
                        throw new ProblemException(
                                ProblemType.NOT_READY,
                                "Blocking checks failed: "
                                        + String.join(
                                                ", ",
                                                failed.stream()
                                                        .map(check ->
                                                                check.name().name())
                                                        .toList()));
                    }
                    filing.approve(digest, now, by);
                    records.checked(id, checks, now, by);
                    records.event(filing, FilingEvent.Kind.APPROVED, "digest " + digest + grant, now, by);
                }));
    }

    FilingView release(UUID id, NewRelease entered, String by) {
        String grant = grant(id, Delegation.Role.REPRESENTATIVE);
        Instant releasedAt = clock.instant();
        if (entered.boardDate().isAfter(Jst.date(releasedAt))) {
            throw ProblemException.invalid("boardDate", "must not lie in the future");
        }
        QuarkusTransaction.requiringNew().run(() -> {
            Filing filing = filings.get(id);
            filing.state().moveTo(FilingState.RELEASED);
            requireNotPreparer(filing, by);
            filing.requireNotApprover(by);
            filing.mayMoveTo(FilingState.RELEASED, entered.digest());
        });
        requireNothingNewer(id);
        Map<RenderingName, byte[]> printed = inspection.print(id, releasedAt);
        return QuarkusTransaction.requiringNew()
                .call(() -> steps.take(id, (filing, now) -> {
                    filing.release(entered.digest(), entered.boardDate(), entered.boardResolution(), releasedAt, by);
                    String sha256 = Digests.sha256(Objects.requireNonNull(printed.get(RenderingName.SUBMISSION)));
                    printed.forEach((name, bytes) -> records.document(new FilingDocument(filing, name, bytes)));
                    records.event(filing, FilingEvent.Kind.RELEASED, "submission sha256 " + sha256 + grant, now, by);
                }));
    }

    /** Refuses whoever has neither the role nor a delegation of it; gives what the event says of a delegation. */
    private String grant(UUID id, Delegation.Role role) {
        return QuarkusTransaction.requiringNew()
                .call(() -> delegations.grantOf(role, filings.get(id).orderId(), clock.instant()));
    }

    @Transactional
    FilingView giveBack(UUID id, String reason, String by) {
        return steps.take(id, (filing, now) -> {
            filing.giveBack();
            records.forgetOverrides(id);
            FilingComposer.apply(filing, records);
            records.event(filing, FilingEvent.Kind.RETURNED, reason, now, by);
            redate(filing, now, by);
        });
    }

    @Transactional
    FilingView submit(UUID id, Receipt receipt, String by) {
        if (receipt.receivedAt().isAfter(clock.instant())) {
            throw ProblemException.invalid("receivedAt", "must not lie in the future");
        }
        return steps.take(id, (filing, now) -> {
            filing.submit();
            requireAfterRelease(filing, receipt.receivedAt());
            requireCopyOf(filing, receipt.evidence());
            // A correction has no date of its own: the report it corrects has met the deadline, or has not.
            boolean late = filing.corrects().isEmpty()
                    && deadlines.wouldBeLate(filing.orderId(), filing.number(), receipt.receivedAt());
            if (late && Optional.ofNullable(receipt.reasonsIfLate()).orElse("").isBlank()) {
                throw ProblemException.invalid(
                        "reasonsIfLate", "the receipt is after the deadline: the reasons are needed");
            }
            records.submission(new FilingSubmission(id, receipt, now, by));
            DeadlineState deadline = deadlines.received(filing.orderId(), filing.number(), receipt.receivedAt(), now);
            records.event(filing, FilingEvent.Kind.SUBMITTED, "deadline " + deadline, now, by);
        });
    }

    void onReleased(@Observes OrderReleased event) {
        for (Filing filing : filings.of(event.order())) {
            if (filing.endDuty(event.effectiveOn(), event.document())) {
                records.event(filing, FilingEvent.Kind.NOT_NEEDED, event.document(), event.at(), event.by());
            }
        }
    }

    /** What is past DRAFT keeps its dates, until it is given back. */
    void onInstructed(@Observes OrderInstructed event) {
        for (Filing filing : filings.of(event.order().id())) {
            redate(filing, event.at(), event.by());
        }
    }

    private void redate(Filing filing, Instant now, String by) {
        boolean moved = deadlines.of(filing.orderId()).stream()
                .filter(deadline -> deadline.number() == filing.number())
                .anyMatch(filing::redate);
        if (moved) {
            records.event(filing, FilingEvent.Kind.REDATED, "as of " + filing.asOf(), now, by);
        }
    }

    /** The bureau cannot have taken what nobody had released: such a receipt would make a late report look in time. */
    private static void requireAfterRelease(Filing filing, Instant receivedAt) {
        if (filing.releasedAt().filter(receivedAt::isBefore).isPresent()) {
            throw ProblemException.invalid("receivedAt", "must not be before the release of the filing");
        }
    }

    private void requireCopyOf(Filing filing, @Nullable UUID copy) {
        if (copy != null) {
            Subject about = evidence.get(copy).about();
            if (about.kind() != Subject.Kind.FILING || !about.id().equals(filing.id())) {
                throw ProblemException.invalid("evidence", "is not evidence about this filing");
            }
        }
    }

    private void requireNotPreparer(Filing filing, String by) {
        records.preparers(filing.id()).forEach(preparer -> Who.requireFourEyes(preparer, by, "The filing"));
    }
}

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
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.common.time.Jst;
import org.teishutsu.platform.security.Who;
import org.teishutsu.platform.time.Facts;
import org.teishutsu.report.deadline.DeadlineService;
import org.teishutsu.report.deadline.DeadlineState;
import org.teishutsu.report.filing.content.Figure;
import org.teishutsu.report.filing.content.FilingContent;
import org.teishutsu.report.filing.content.FilingJson;
import org.teishutsu.report.filing.content.Section;
import org.teishutsu.report.order.OrderInstructed;
import org.teishutsu.report.order.OrderReleased;

/** Takes a filing through its states; every step is one transaction and leaves an event. */
@ApplicationScoped
class FilingService {
    private final Filings filings;
    private final FilingRecords records;
    private final FilingWriter writer;
    private final FilingInspection inspection;
    private final DeadlineService deadlines;
    private final Facts facts;
    private final Clock clock;

    FilingService(
            Filings filings,
            FilingRecords records,
            FilingWriter writer,
            FilingInspection inspection,
            DeadlineService deadlines,
            Facts facts,
            Clock clock) {
        this.filings = filings;
        this.records = records;
        this.writer = writer;
        this.inspection = inspection;
        this.deadlines = deadlines;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    List<FilingView> all(@Nullable UUID order) {
        return (order == null ? filings.inOrder() : filings.of(order))
                .stream().map(this::viewOf).toList();
    }

    @Transactional
    FilingView get(UUID id) {
        return viewOf(filings.get(id));
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

    /** What the last writing of the draft changed; nothing if it was the first. */
    @Transactional
    Changes changes(UUID id) {
        return filings.get(id)
                .changes()
                .map(json -> FiguresJson.read(json, Changes.class))
                .orElse(new Changes(List.of(), List.of()));
    }

    /** The section in the form in which it is edited. */
    @Transactional
    SectionView section(UUID id, String number) {
        return SectionView.of(sectionOf(filings.get(id), number), records.standing(id, FilingText.Kind.SECTION));
    }

    /** Puts a section in an officer's words; an empty text takes them back. */
    @Transactional
    FilingView edit(UUID id, String number, String text, String by) {
        return step(id, (filing, now) -> {
            filing.requireDraft();
            Section drafted = sectionOf(filing, number);
            if (!text.isBlank()) {
                Set<String> keys = drafted(filing).printedFigures().stream()
                        .map(Figure::key)
                        .collect(Collectors.toSet());
                SectionText.check(drafted, text, keys::contains);
            }
            records.text(new FilingText(
                    id, FilingText.Kind.SECTION, number, text.strip(), SectionText.of(drafted), now, by));
            FilingComposer.apply(filing, records);
            records.event(filing, FilingEvent.Kind.EDITED, "section " + number, now, by);
        });
    }

    /** Says why a number differs from what was said before; printed beside it. */
    FilingView explain(UUID id, String key, String text, String by) {
        QuarkusTransaction.requiringNew().run(() -> {
            Filing filing = filings.lock(id);
            filing.requireDraft();
            String figure = key.startsWith(Gap.published(""))
                    ? LeakFigures.exposures(key.substring(Gap.published("").length()))
                    : key;
            if (drafted(filing).printedFigures().stream()
                    .noneMatch(known -> known.key().equals(figure))) {
                throw ProblemException.notFound("figure", key);
            }
            records.text(
                    new FilingText(id, FilingText.Kind.EXPLANATION, key, Wording.oneLine(text), "", facts.stamp(), by));
        });
        writer.rewrite(id, FilingEvent.Kind.EXPLAINED, key, by);
        return QuarkusTransaction.requiringNew().call(() -> get(id));
    }

    /** A remark of whoever reviews it; printed nowhere. */
    @Transactional
    FilingView remark(UUID id, String section, String text, String by) {
        return step(id, (filing, now) -> {
            sectionOf(filing, section);
            records.text(new FilingText(id, FilingText.Kind.REMARK, section, text.strip(), "", now, by));
            records.event(filing, FilingEvent.Kind.REMARKED, "section " + section, now, by);
        });
    }

    private static FilingContent drafted(Filing filing) {
        return FilingJson.read(filing.drafted()
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_READY, "The filing has not been written yet")));
    }

    private static Section sectionOf(Filing filing, String number) {
        return drafted(filing)
                .all()
                .filter(section -> section.number().equals(number))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("section", number));
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
                .call(() -> step(id, (filing, now) -> {
                    filing.submitForReview();
                    records.event(filing, FilingEvent.Kind.SUBMITTED_FOR_REVIEW, null, now, by);
                }));
    }

    /** Lets a failed check pass, by an approver who neither prepared this filing nor will approve it. */
    FilingView override(UUID id, CheckName name, NewOverride entered, String by) {
        CheckResult result = inspection.check(id, name);
        return QuarkusTransaction.requiringNew()
                .call(() -> step(id, (filing, now) -> {
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
                    records.event(filing, FilingEvent.Kind.OVERRIDDEN, name + ": " + entered.reason(), now, by);
                }));
    }

    FilingView approve(UUID id, String digest, String by) {
        List<CheckResult> checks = inspection.checks(id);
        List<CheckResult> failed = checks.stream().filter(CheckResult::blocks).toList();
        requireNothingNewer(id);
        return QuarkusTransaction.requiringNew()
                .call(() -> step(id, (filing, now) -> {
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
                    records.event(filing, FilingEvent.Kind.APPROVED, "digest " + digest, now, by);
                }));
    }

    FilingView release(UUID id, NewRelease entered, String by) {
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
                .call(() -> step(id, (filing, now) -> {
                    filing.release(entered.digest(), entered.boardDate(), entered.boardResolution(), releasedAt, by);
                    String sha256 = Digests.sha256(Objects.requireNonNull(printed.get(RenderingName.SUBMISSION)));
                    printed.forEach((name, bytes) -> records.document(new FilingDocument(filing, name, bytes)));
                    records.event(filing, FilingEvent.Kind.RELEASED, "submission sha256 " + sha256, now, by);
                }));
    }

    @Transactional
    FilingView giveBack(UUID id, String reason, String by) {
        return step(id, (filing, now) -> {
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
        return step(id, (filing, now) -> {
            filing.submit();
            requireAfterRelease(filing, receipt.receivedAt());
            boolean late = deadlines.wouldBeLate(filing.orderId(), filing.number(), receipt.receivedAt());
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
            if (filing.endDuty(event.effectiveOn())) {
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

    /** Locks first and stamps then, so that nobody waits for this transaction longer than it works. */
    private FilingView step(UUID id, BiConsumer<Filing, Instant> change) {
        Filing filing = filings.lock(id);
        change.accept(filing, facts.stamp());
        filings.flush();
        return viewOf(filing);
    }

    /** The bureau cannot have taken what nobody had released: such a receipt would make a late report look in time. */
    private static void requireAfterRelease(Filing filing, Instant receivedAt) {
        if (filing.releasedAt().filter(receivedAt::isBefore).isPresent()) {
            throw ProblemException.invalid("receivedAt", "must not be before the release of the filing");
        }
    }

    private void requireNotPreparer(Filing filing, String by) {
        records.preparers(filing.id()).forEach(preparer -> Who.requireFourEyes(preparer, by, "The filing"));
    }

    private FilingView viewOf(Filing filing) {
        return FilingView.of(filing, records);
    }
}

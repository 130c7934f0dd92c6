package org.teishutsu.notify.telephone;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.CallOutcome;
import org.teishutsu.common.id.Ids;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.notify.correction.WrongMessages;
import org.teishutsu.notify.delivery.SpokenDeliveries;
import org.teishutsu.notify.desk.IdentityChecks;
import org.teishutsu.notify.inquiry.InquiryNumber;
import org.teishutsu.notify.recipient.RecipientDirectory;
import org.teishutsu.notify.vault.Sealing;
import org.teishutsu.notify.vault.Vault;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.time.Facts;

/** Records calls. Whoever was told after a check of who he is has been told what the check answered with. */
@Singleton
@Transactional
class CallService {

    private final Calls calls;
    private final IdentityChecks checks;
    private final RecipientDirectory recipients;
    private final SpokenDeliveries spoken;
    private final WrongMessages wrong;
    private final Vault vault;
    private final Facts facts;

    CallService(
            Calls calls,
            IdentityChecks checks,
            RecipientDirectory recipients,
            SpokenDeliveries spoken,
            WrongMessages wrong,
            Vault vault,
            Facts facts) {
        this.calls = calls;
        this.checks = checks;
        this.recipients = recipients;
        this.spoken = spoken;
        this.wrong = wrong;
        this.vault = vault;
        this.facts = facts;
    }

    CallView record(UUID campaign, CallRequest request, String by) {
        Sealing sealing = vault.hold();
        if (!calls.isStarted(campaign)) {
            throw new ProblemException(
                    ProblemType.NOT_READY, "Campaign " + campaign + " is not there, not started, or cancelled");
        }
        UUID recipient = recipient(request);
        recipients.hold(recipient);
        Instant now = facts.stamp();
        Instant calledAt = Objects.requireNonNullElse(request.calledAt(), now);
        if (calledAt.isAfter(now)) {
            throw ProblemException.invalid("calledAt", "lies in the future");
        }
        UUID delivery = request.outcome() == CallOutcome.TOLD ? tell(campaign, recipient, request, by, now) : null;
        if (delivery == null && !calls.isAffected(campaign, recipient) && !wrong.due(campaign, recipient)) {
            throw ProblemException.invalid("recipient", "is not told anything by this campaign");
        }
        CallView call = new CallView(
                Ids.next(), campaign, recipient, request.outcome(), delivery, calledAt, request.note(), now, by);
        calls.record(call, request.identityCheck(), sealing);
        return call.withoutNote();
    }

    private UUID tell(UUID campaign, UUID recipient, CallRequest request, String by, Instant now) {
        UUID check = Objects.requireNonNull(request.identityCheck());
        IdentityChecks.Shown shown = checks.require(check, recipient, by, now);
        if (calls.isUsed(campaign, check)) {
            throw new ProblemException(
                    ProblemType.ALREADY_EXISTS, "The call of this identity check is recorded already");
        }
        Optional<String> told = calls.told(campaign, shown);
        if (told.isEmpty() && !wrong.due(campaign, recipient)) {
            throw ProblemException.invalid("recipient", "was not told anything of this campaign");
        }
        return spoken.record(campaign, recipient, told.orElse("{}"), by);
    }

    /** Whoever was merged is the one he was merged with. */
    private UUID recipient(CallRequest request) {
        UUID named = request.recipient();
        if (named == null) {
            named = InquiryNumber.parse(String.valueOf(request.inquiryNumber()))
                    .flatMap(number -> recipients.withInquiryNumber(number.text()))
                    .orElseThrow(() -> ProblemException.invalid("inquiryNumber", "nobody has this number"));
        }
        return recipients
                .partyOf(named)
                .orElseThrow(() -> ProblemException.invalid("recipient", "there is no such recipient"));
    }

    Page<CallView> list(UUID campaign, @Nullable UUID recipient, @Nullable UUID after, int limit) {
        List<CallView> found = calls.page(campaign, recipient, after, limit + 1);
        return Page.of(found, limit, CallView::id);
    }
}

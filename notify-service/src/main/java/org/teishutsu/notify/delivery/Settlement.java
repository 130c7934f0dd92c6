package org.teishutsu.notify.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.mail.Answer;

/**
 * What became of a claim.
 *
 * @param reply the mail server's words; null when it was not asked
 * @param dueAt when it is tried again, in domain time; only with {@link Result#DEFERRED}
 * @param domain whose turn it waits for; only with {@link Result#HELD} and {@link Result#POLICY}
 */
record Settlement(
        Claim claim,
        Result result,
        @Nullable String reply,
        @Nullable Instant dueAt,
        @Nullable UUID domain) {

    Settlement(Claim claim, Result result, @Nullable String reply, @Nullable Instant dueAt) {
        this(claim, result, reply, dueAt, null);
    }

    /** As the outbox stores it. */
    enum Result {
        SENT,
        REJECTED,
        UNCERTAIN,
        DEFERRED,
        /** Refused by policy: waits for its domain, unless the refusal turns out to be the recipient's own. */
        POLICY,
        /** Not tried, since its domain rests or has a rate: waits for its turn. No fact. */
        HELD,
        /** Given back unsent; uses up no attempt and is no fact. */
        RELEASED
    }

    static Settlement released(Claim claim) {
        return new Settlement(claim, Result.RELEASED, null, null);
    }

    static Settlement held(Claim claim, UUID domain) {
        return new Settlement(claim, Result.HELD, null, null, domain);
    }

    /** The address is not used up; but whoever could be tried for the whole time for trying gets a letter. */
    static Settlement policy(Claim claim, String reply, UUID domain, Instant now, Duration retryFor) {
        boolean over = claim.policyRefusals() > 0
                && claim.firstTriedAt() != null
                && !now.isBefore(claim.firstTriedAt().plus(retryFor));
        return over ? rejected(claim, reply) : new Settlement(claim, Result.POLICY, reply, null, domain);
    }

    /** For what can never be handed to any server. */
    static Settlement rejected(Claim claim, String reason) {
        return new Settlement(claim, Result.REJECTED, reason, null);
    }

    static Settlement uncertain(Claim claim, String reason) {
        return new Settlement(claim, Result.UNCERTAIN, reason, null);
    }

    /** What the server's answer means; temporary refusals are tried again until the time for trying is over. */
    static Settlement of(Claim claim, Answer answer, Instant now, Backoff backoff, Duration retryFor) {
        return switch (answer.outcome()) {
            case ACCEPTED -> new Settlement(claim, Result.SENT, answer.text(), null);
            case REFUSED -> rejected(claim, answer.text());
            case UNKNOWN -> uncertain(claim, answer.text());
            case SERVER_REFUSES -> released(claim);
            // Without its domain, which could not be noted.
            case POLICY, LATER -> later(claim, answer.text(), now, backoff, retryFor);
        };
    }

    static Settlement later(Claim claim, String reply, Instant now, Backoff backoff, Duration retryFor) {
        Instant first = claim.firstTriedAt() == null ? now : claim.firstTriedAt();
        Instant last = first.plus(retryFor);
        if (!now.isBefore(last)) {
            return rejected(claim, reply);
        }
        Instant due = now.plus(backoff.after(claim.attempts() + 1));
        return new Settlement(claim, Result.DEFERRED, reply, due.isBefore(last) ? due : last);
    }
}

package org.teishutsu.notify.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.mail.Answer;

/**
 * What became of a claim.
 *
 * @param reply the mail server's words; null when it was not asked
 * @param dueAt when it is tried again, in domain time; only with {@link Result#DEFERRED}
 */
record Settlement(
        Claim claim,
        Result result,
        @Nullable String reply,
        @Nullable Instant dueAt) {

    /** As the outbox stores it. */
    enum Result {
        SENT,
        REJECTED,
        UNCERTAIN,
        DEFERRED,
        /** Given back unsent; uses up no attempt and is no fact. */
        RELEASED
    }

    static Settlement released(Claim claim) {
        return new Settlement(claim, Result.RELEASED, null, null);
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
            case LATER -> later(claim, answer.text(), now, backoff, retryFor);
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

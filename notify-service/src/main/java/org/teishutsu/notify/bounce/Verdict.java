package org.teishutsu.notify.bounce;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a message is, and how that is known.
 *
 * @param rule the name of what told it; null if nothing did
 * @param recipients what it says of each, one that is not named included
 */
record Verdict(Kind kind, @Nullable String rule, Cause cause, List<RecipientReport> recipients) {

    Verdict {
        recipients = List.copyOf(recipients);
    }

    static Verdict of(Kind kind, @Nullable String rule) {
        return new Verdict(kind, rule, Cause.UNKNOWN, List.of());
    }

    /** The status of the recipient who decided. */
    Optional<String> status() {
        return recipients.stream()
                .filter(report -> report.action() == Action.FAILED || report.action() == Action.DELAYED)
                .map(RecipientReport::status)
                .filter(status -> status != null)
                .findFirst();
    }
}

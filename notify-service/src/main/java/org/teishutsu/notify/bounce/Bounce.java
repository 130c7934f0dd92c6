package org.teishutsu.notify.bounce;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.delivery.ReturnedMail;

/**
 * A message that came back, as it is kept.
 *
 * @param delivery what it is about, if that is known
 * @param effect what it did to the delivery; null if it was not to do anything
 * @param look why it needs a look, or needed one
 */
record Bounce(
        UUID id,
        Source source,
        long size,
        Kind kind,
        @Nullable String rule,
        Cause cause,
        @Nullable UUID delivery,
        @Nullable NamedBy namedBy,
        ReturnedMail.@Nullable Effect effect,
        BounceState state,
        @Nullable Look look,
        Content content,
        List<RecipientReport> recipients,
        List<FindingView> findings,
        Instant recordedAt,
        String recordedBy) {

    /** What a person reads. */
    record Content(String from, String subject, String text) {

        /** Personal data. */
        @Override
        public String toString() {
            return "Content[***]";
        }
    }

    /** What a person said of it. */
    record FindingView(Finding finding, @Nullable UUID delivery, Instant recordedAt, String recordedBy) {}

    Bounce {
        recipients = List.copyOf(recipients);
        findings = List.copyOf(findings);
    }

    /** Personal data: only the id. */
    @Override
    public String toString() {
        return "Bounce[" + id + "]";
    }
}

package org.teishutsu.notify.recall;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.recipient.Contact;

/**
 * Somebody to be called back: personal data, for the desk.
 *
 * @param caller as he named himself, with the telephone to call
 * @param told when he was told that he is not affected
 * @param recipient who was found; whether it is the caller is asked when he is called
 * @param last what came of the last call; null while nobody has tried
 */
record RecallView(
        UUID id,
        Contact caller,
        Instant told,
        UUID recipient,
        Instant recordedAt,
        @Nullable RecallOutcome last,
        @Nullable Instant lastAt) {

    /** Personal data. */
    @Override
    public String toString() {
        return "RecallView[" + id + "]";
    }
}

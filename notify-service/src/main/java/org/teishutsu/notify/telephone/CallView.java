package org.teishutsu.notify.telephone;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.CallOutcome;

/**
 * A recorded call.
 *
 * @param delivery what was told, if it was
 * @param note only for who lists calls
 */
record CallView(
        UUID id,
        UUID campaign,
        UUID recipient,
        CallOutcome outcome,
        @Nullable UUID delivery,
        Instant calledAt,
        @Nullable String note,
        Instant recordedAt,
        String by) {

    /** As it is answered with: answers to a repeated call are kept in the open. */
    CallView withoutNote() {
        return new CallView(id, campaign, recipient, outcome, delivery, calledAt, null, recordedAt, by);
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "CallView[" + id + ", " + outcome + "]";
    }
}

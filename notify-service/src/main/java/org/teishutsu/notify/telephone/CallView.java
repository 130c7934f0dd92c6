package org.teishutsu.notify.telephone;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.CallOutcome;

/**
 * A recorded call.
 *
 * @param delivery what was told, if it was
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

    /** Personal data. */
    @Override
    public String toString() {
        return "CallView[" + id + ", " + outcome + "]";
    }
}

package org.teishutsu.notify.closing;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.ClosingReason;
import org.teishutsu.common.figures.NotToldReason;
import org.teishutsu.common.leak.ItemSet;
import org.teishutsu.notify.recipient.MaskedContact;
import org.teishutsu.notify.recipient.Party;

/**
 * A closing; says nothing of whom it is.
 *
 * @param members how many are on the list
 * @param lifted for how many of them it does not count any more
 * @param digest what a release names
 */
record ClosingView(
        UUID id,
        ClosingKind kind,
        @Nullable ClosingReason reason,
        String ground,
        @Nullable UUID campaign,
        @Nullable NotToldReason notTold,
        boolean nothingLeft,
        int members,
        long lifted,
        ClosingState state,
        String digest,
        Instant recordedAt,
        String by,
        @Nullable Instant releasedAt,
        @Nullable String releasedBy,
        @Nullable Instant returnedAt,
        @Nullable String returnedBy,
        @Nullable String returnReason) {

    /** @param items what of this one's it covers, by incident */
    record Member(
            UUID recipient,
            Party party,
            MaskedContact contact,
            Map<String, ItemSet> items,
            @Nullable Instant liftedAt,
            @Nullable String liftReason) {

        /** Personal data. */
        @Override
        public String toString() {
            return "Member[" + recipient + "]";
        }
    }
}

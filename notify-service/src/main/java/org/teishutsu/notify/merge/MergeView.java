package org.teishutsu.notify.merge;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.leak.ItemSet;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.recipient.Party;
import org.teishutsu.notify.recipient.RecipientStatus;

/**
 * Two recipients who may be one: personal data, for whoever decides.
 *
 * @param alike what they have in common
 * @param digest what a release names
 */
record MergeView(
        UUID id,
        MergeState state,
        List<String> alike,
        Side recipient,
        Side customer,
        String digest,
        Instant recordedAt,
        @Nullable String reason,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable Instant releasedAt,
        @Nullable String releasedBy) {

    /** @param items what leaked of this one, by incident */
    record Side(UUID id, Party party, RecipientStatus status, Contact contact, Map<String, ItemSet> items) {

        /** Whether there is anywhere to write to. */
        boolean reachable() {
            return contact.email() != null || contact.address() != null;
        }
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "MergeView[" + id + ", " + state + "]";
    }
}

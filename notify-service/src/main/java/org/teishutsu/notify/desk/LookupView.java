package org.teishutsu.notify.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.CorrectionState;
import org.teishutsu.notify.recipient.MaskedContact;
import org.teishutsu.notify.recipient.Party;
import org.teishutsu.notify.recipient.RecipientStatus;

/**
 * What a look-up found: nothing of what leaked.
 *
 * @param id names the look-up when the caller's identity is checked
 * @param found how many fit; of a great many only the first are listed
 */
record LookupView(UUID id, int found, List<Found> recipients) {

    /**
     * One who fits.
     *
     * @param canBeCalledBack whether a number is registered
     * @param correction whether he was told something that is not so, and was told that; null if he was not
     */
    record Found(
            UUID id,
            Party party,
            RecipientStatus status,
            MaskedContact contact,
            boolean canBeCalledBack,
            @Nullable CorrectionState correction) {

        Found corrected(@Nullable CorrectionState state) {
            return new Found(id, party, status, contact, canBeCalledBack, state);
        }
    }

    /** A look-up as the auditor reads it: who, why, when and how many; never for whom. */
    record Logged(UUID id, LookupRequest.Way way, String reason, int found, Instant recordedAt, String by) {}
}

package org.teishutsu.notify.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.Combination;

/**
 * A list of exposures as its readers see it: counts, no personal data.
 *
 * @param decides the list whose waiting rows this one carries on, as somebody decided
 * @param before the whole incident as it was when the list was last looked at
 * @param after the whole incident once the list is applied
 */
record ImportView(
        UUID id,
        String incident,
        @Nullable String fileName,
        ImportState state,
        ImportMode mode,
        @Nullable String reason,
        @Nullable UUID decides,
        @Nullable String encoding,
        @Nullable String sha256,
        @Nullable Long bytes,
        int rows,
        @JsonProperty("new") int newRows,
        int changed,
        int unchanged,
        int duplicate,
        int waiting,
        int rejected,
        int dropped,
        int ended,
        int newRecipients,
        int knownRecipients,
        int contactDiffers,
        List<Combination> combinations,
        Details.Table before,
        Details.Table after,
        Map<Conflict, Long> waitingFor,
        Map<Details.Standing, Long> decisions,
        @Nullable Reading reading,
        @Nullable String digest,
        Instant recordedAt,
        String by,
        @Nullable Instant stagedAt,
        @Nullable Instant appliedAt,
        @Nullable String appliedBy,
        @Nullable Instant discardedAt,
        @Nullable String discardedBy,
        @Nullable String discardReason,
        @Nullable Instant rejectionsErasedAt,
        @Nullable Instant failedAt,
        @Nullable String failure) {}

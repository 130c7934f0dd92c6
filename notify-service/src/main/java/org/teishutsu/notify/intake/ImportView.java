package org.teishutsu.notify.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.Combination;

/** A list of exposures as its readers see it: counts, no personal data. */
record ImportView(
        UUID id,
        String incident,
        @Nullable String fileName,
        ImportState state,
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
        int contactDiffers,
        List<Combination> combinations,
        Map<Conflict, Long> waitingFor,
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
        @Nullable Instant failedAt,
        @Nullable String failure) {}

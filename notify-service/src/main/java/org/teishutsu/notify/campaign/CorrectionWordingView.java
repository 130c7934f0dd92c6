package org.teishutsu.notify.campaign;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wording of corrections as it is shown.
 *
 * @param digest of everything an approver looks at
 * @param approvedAt since when it counts, until a later one is approved
 */
record CorrectionWordingView(
        UUID id,
        UUID campaign,
        UUID template,
        @Nullable UUID letterTemplate,
        String explanation,
        String digest,
        Instant recordedAt,
        String by,
        @Nullable Instant approvedAt,
        @Nullable String approvedBy) {}

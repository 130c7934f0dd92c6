package org.teishutsu.report.filing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.platform.Prose;
import org.teishutsu.report.platform.SingleLine;

/**
 * What an officer enters of the bureau's receipt.
 *
 * @param evidence the stamped copy, filed as evidence about this filing
 */
record Receipt(
        @NotBlank @SingleLine @Size(max = 100) String channel,
        @NotBlank @SingleLine @Size(max = 200) String receiptNumber,
        @NotNull Instant receivedAt,
        @Prose @Size(max = 4000) @Nullable String reasonsIfLate,
        @Nullable UUID evidence) {}

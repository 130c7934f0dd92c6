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
 * What whoever delegates enters.
 *
 * @param to the user who is to act in their place
 * @param order for which; null for all
 */
record NewDelegation(
        @NotNull Delegation.Role role,
        @NotBlank @SingleLine @Size(max = 100) String to,
        @NotNull Instant from,
        @NotNull Instant until,
        @Nullable UUID order,
        @NotBlank @Prose @Size(max = 2000) String reason) {}

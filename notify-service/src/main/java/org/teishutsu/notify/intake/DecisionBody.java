package org.teishutsu.notify.intake;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a waiting row means.
 *
 * @param recipient for SAME_PARTY, one of the candidates; may be left out if there is one at most
 */
record DecisionBody(
        @NotNull Decision decision,
        @Nullable UUID recipient,
        @NotBlank @Size(max = Purpose.LONGEST_REASON) String reason) {}

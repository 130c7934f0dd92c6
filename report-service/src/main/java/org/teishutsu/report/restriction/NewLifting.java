package org.teishutsu.report.restriction;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.teishutsu.report.platform.Prose;

/**
 * What an officer enters to lift a restriction.
 *
 * @param confirmation the bureau's, as recorded: document or conversation, with its date
 */
record NewLifting(
        @NotNull Instant until,
        @NotBlank @Prose @Size(max = 2000) String confirmation) {}

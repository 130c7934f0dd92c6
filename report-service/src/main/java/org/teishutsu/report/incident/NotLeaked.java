package org.teishutsu.report.incident;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.platform.Prose;

/**
 * An item that is confirmed as not leaked.
 *
 * @param since the day of the confirmation
 */
@Embeddable
public record NotLeaked(
        @NotNull String item,
        @NotNull LocalDate since,
        @Prose @Size(max = 1000) @Nullable String note) {}

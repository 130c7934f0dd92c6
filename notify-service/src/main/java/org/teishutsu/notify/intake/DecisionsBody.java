package org.teishutsu.notify.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom many waiting rows of one list mean: all of it is recorded or nothing.
 *
 * @param reason of every row that has none of its own
 */
record DecisionsBody(
        @NotEmpty @Size(max = MOST) List<@NotNull @Valid OfRow> decisions,
        @Nullable @Size(max = Purpose.LONGEST_REASON) String reason) {

    /** More than anybody looks at in one go. */
    static final int MOST = 10_000;

    /**
     * Whom one row means.
     *
     * @param recipient for SAME_PARTY, one of the candidates; may be left out if there is one at most
     */
    record OfRow(
            @Min(1) int row,
            @NotNull Decision decision,
            @Nullable UUID recipient,
            @Nullable @Size(max = Purpose.LONGEST_REASON) String reason) {}
}

package org.teishutsu.notify.posting;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which letters are to be printed.
 *
 * @param template an approved one for letters, if the campaign names none
 * @param corrections whether they are the letters that put earlier messages right, and not the notices
 * @param letters at most so many; 1,000 if nothing is said
 * @param dated the date they carry, today or one of the next days; today if nothing is said
 */
record BatchRequest(
        @NotNull UUID campaign,
        @Nullable UUID template,
        @Nullable Boolean corrections,
        @Nullable @Min(1) @Max(BatchRequest.MOST) Integer letters,
        @Nullable LocalDate dated) {

    static final int MOST = 1000;

    boolean corrects() {
        return Boolean.TRUE.equals(corrections);
    }

    int most() {
        return letters == null ? MOST : letters;
    }
}

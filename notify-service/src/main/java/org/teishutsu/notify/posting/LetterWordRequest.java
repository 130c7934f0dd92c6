package org.teishutsu.notify.posting;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of one letter.
 *
 * @param reason of a returned one: 転居先不明, あて所なし, 保管期間経過 or 受取拒否
 * @param on the day it happened; today if nothing is said
 * @param cancelled of a posted one, that it had been cancelled after it was printed, and was posted all the same
 */
record LetterWordRequest(
        @NotBlank @Size(max = 30) String inquiryNumber,
        @Nullable @Size(max = 50) String reason,
        @Nullable LocalDate on,
        @Nullable Boolean cancelled) {

    boolean wasCancelled() {
        return Boolean.TRUE.equals(cancelled);
    }

    /** Masked: whoever has the number passes for the recipient. */
    @Override
    public String toString() {
        return "LetterWordRequest[***]";
    }
}

package org.teishutsu.notify.posting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a letter.
 *
 * @param line of the file it stands in; 1 if it was said alone
 * @param inquiryNumber as it was written
 * @param reason as it was written; null for a letter that was posted
 */
record LetterWord(long line, String inquiryNumber, @Nullable String reason, LocalDate on) {

    /** Masked: whoever has the number passes for the recipient. */
    @Override
    public String toString() {
        return "LetterWord[" + line + "]";
    }
}

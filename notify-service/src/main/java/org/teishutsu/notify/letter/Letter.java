package org.teishutsu.notify.letter;

import org.jspecify.annotations.Nullable;

/**
 * One letter.
 *
 * @param sequence its place in the file, from 1
 * @param postalCode as the list has it
 * @param name without 様
 * @param honorific 様 or 御中
 */
public record Letter(
        int sequence,
        @Nullable String postalCode,
        String address,
        String name,
        String honorific,
        String inquiryNumber,
        LetterText text) {

    /** Personal data. */
    @Override
    public String toString() {
        return "Letter[" + sequence + "]";
    }
}

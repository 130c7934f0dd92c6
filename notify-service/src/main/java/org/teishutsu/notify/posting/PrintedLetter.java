package org.teishutsu.notify.posting;

import java.util.UUID;

/**
 * A letter in its place in a file.
 *
 * @param postalCode empty if there is none
 */
record PrintedLetter(UUID delivery, int sequence, int firstPage, int pages, String postalCode, String inquiryNumber) {

    /** Masked: whoever has the number passes for the recipient. */
    @Override
    public String toString() {
        return "PrintedLetter[" + sequence + "]";
    }
}

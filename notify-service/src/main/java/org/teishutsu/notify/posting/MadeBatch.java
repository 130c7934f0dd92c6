package org.teishutsu.notify.posting;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of printing.
 *
 * @param batch null if there was nothing to print
 * @param letters in it
 * @param unprintable those that were put aside, each with what is wrong
 * @param due letters of the campaign that wait still, without those put aside
 */
record MadeBatch(@Nullable UUID batch, int letters, List<PutAside> unprintable, long due) {

    /** A letter that cannot be printed as it is. */
    record PutAside(UUID delivery, String inquiryNumber, String reason) {
        /** Masked: whoever has the number passes for the recipient. */
        @Override
        public String toString() {
            return "PutAside[" + delivery + "]";
        }
    }
}

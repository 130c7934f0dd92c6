package org.teishutsu.demo.input;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the firm's register knows of one recipient: every column of the list but the leaked items. Empty columns are
 * null.
 */
record Contact(
        @Nullable String customerNumber,
        Party party,
        String name,
        String nameKana,
        @Nullable String email,
        @Nullable LocalDate emailSince,
        @Nullable String postalCode,
        @Nullable String address,
        @Nullable String mobile,
        String status) {

    @Override
    public String toString() {
        return "Contact[" + party + ", " + status + "]";
    }
}

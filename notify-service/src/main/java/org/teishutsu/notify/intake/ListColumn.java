package org.teishutsu.notify.intake;

import java.util.Locale;
import java.util.Optional;

/** The columns of a list of exposures. */
enum ListColumn {
    CUSTOMER_NUMBER(32),
    PARTY(32),
    NAME(200),
    NAME_KANA(200),
    EMAIL(254),
    EMAIL_SINCE(10),
    POSTAL_CODE(8),
    ADDRESS(400),
    MOBILE(20),
    STATUS(32),
    ITEMS(2600);

    private final int longest;

    ListColumn(int longest) {
        this.longest = longest;
    }

    /** As the header has it. */
    String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In code points; for an e-mail address the limit of RFC 5321 section 4.5.3.1.3. */
    int longest() {
        return longest;
    }

    static Optional<ListColumn> of(String header) {
        for (ListColumn column : values()) {
            if (column.header().equals(header)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}

package org.teishutsu.common.leak;

import java.util.regex.Pattern;

/**
 * A category of data that can leak (漏えい項目).
 *
 * @param code upper-case with underscores, at most 40 characters: {@code BIRTH_DATE}; codes travel between the services
 * @param label what documents and messages print: 生年月日
 */
public record LeakItem(String code, String label) {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    public LeakItem {
        if (!isCode(code)) {
            throw new IllegalArgumentException("A leak item's code is upper-case letters, digits and _, not: " + code);
        }
        if (label.isBlank()) {
            throw new IllegalArgumentException("The leak item " + code + " has no label");
        }
    }

    /** Whether a text has the form of a code; says nothing of whether the catalogue knows it. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }
}

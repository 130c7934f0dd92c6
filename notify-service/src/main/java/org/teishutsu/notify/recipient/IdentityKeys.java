package org.teishutsu.notify.recipient;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Keys by which two rows are found to mean the same party. For matching only: never stored as a name, never printed.
 * 髙 and 高 stay different, ㈱ and (株) become one.
 */
public final class IdentityKeys {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    /** A unit separator, which no validated cell contains. */
    private static final char BETWEEN = '\u001F';

    private IdentityKeys() {}

    /** NFKC, lower case, without blanks: 山田　太郎 and 山田太郎 are written by the same hand. */
    public static String ofName(String name) {
        return BLANKS.matcher(folded(name)).replaceAll("");
    }

    /** NFKC, lower case; dots stay, for carriers tell addresses with and without them apart. */
    public static String ofEmail(String email) {
        return folded(email).strip();
    }

    /** Of a party without a customer number: e-mail and name together. */
    public static String ofParty(String email, String name) {
        return ofEmail(email) + BETWEEN + ofName(name);
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}

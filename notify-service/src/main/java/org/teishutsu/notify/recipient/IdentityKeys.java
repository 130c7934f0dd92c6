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
    /** As keyboards and documents have them in place of the ASCII one. */
    private static final Pattern HYPHENS = Pattern.compile("[\\u2010-\\u2015\\u2212\\uFE63\\uFF0D]");

    private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]+");
    /** A unit separator, which no validated cell contains. */
    private static final char BETWEEN = '\u001F';

    private IdentityKeys() {}

    /** NFKC, lower case, without blanks: 山田　太郎 and 山田太郎 are written by the same hand. */
    public static String ofName(String name) {
        return BLANKS.matcher(folded(name)).replaceAll("");
    }

    /**
     * NFKC, lower case, one hyphen for all those that look like it: C-001, c-001 and Ｃ−００１ are one customer.
     */
    static String ofCustomerNumber(String number) {
        return HYPHENS.matcher(folded(number)).replaceAll("-").strip();
    }

    /** NFKC, lower case; dots stay, for carriers tell addresses with and without them apart. */
    public static String ofEmail(String email) {
        return folded(email).strip();
    }

    /** NFKC and digits only: 100-0001 and １０００００１ are one. */
    static String ofPostalCode(String postalCode) {
        return NO_DIGITS.matcher(folded(postalCode)).replaceAll("");
    }

    /** NFKC and digits only: 090-0000-0001 and ０９０００００００１ ring one telephone. */
    static String ofTelephone(String number) {
        return ofPostalCode(number);
    }

    /** NFKC, lower case, without blanks. */
    static String ofAddress(String address) {
        return ofName(address);
    }

    /** Two keys as one, told apart: nobody is found by the end of one and the beginning of the other. */
    static String together(String first, String second) {
        return first + BETWEEN + second;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}

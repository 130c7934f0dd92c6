package org.teishutsu.notify.inquiry;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The number by which a recipient names himself to the desk (お問い合わせ番号): nine random characters and a check
 * character, written {@code 7K3QX-9M2VT}. Its 45 random bits cannot be found by trying.
 */
public final class InquiryNumber {

    /** Crockford's base 32: no I, L, O, U, so that nothing is misheard or misread for another. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 10;
    private static final int HALF = LENGTH / 2;
    private static final int SYMBOL_BITS = 5;
    private static final int SYMBOL_MASK = (1 << SYMBOL_BITS) - 1;
    /** x⁵ + x² + 1, primitive over GF(2): the powers of x are 31 different weights. */
    private static final int POLYNOMIAL = 0b100101;

    private final String text;

    private InquiryNumber(String symbols) {
        text = symbols.substring(0, HALF) + '-' + symbols.substring(HALF);
    }

    /** A new one; that it is unique is the database's to hold. */
    public static InquiryNumber random(RandomGenerator secureRandom) {
        long bits = secureRandom.nextLong();
        StringBuilder symbols = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH - 1; i++) {
            symbols.append(ALPHABET.charAt((int) (bits >>> (SYMBOL_BITS * i)) & SYMBOL_MASK));
        }
        symbols.append(ALPHABET.charAt(times(checksum(symbols))));
        return new InquiryNumber(symbols.toString());
    }

    /**
     * Reads what a person typed: any case, blanks and hyphens anywhere, I and L for 1, O for 0. One wrong character and
     * two exchanged ones are always noticed.
     *
     * @return empty if it cannot be a number of ours
     */
    public static Optional<InquiryNumber> parse(String typed) {
        String symbols = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('I', '1')
                .replace('L', '1')
                .replace('O', '0');
        boolean ours = symbols.length() == LENGTH
                && symbols.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && checksum(symbols) == 0;
        return ours ? Optional.of(new InquiryNumber(symbols)) : Optional.empty();
    }

    /** The sum of the symbols in GF(32), each weighted by the power of x of its place: 0 if all is well. */
    private static int checksum(CharSequence symbols) {
        int sum = 0;
        for (int i = 0; i < symbols.length(); i++) {
            sum = times(sum) ^ ALPHABET.indexOf(symbols.charAt(i));
        }
        return sum;
    }

    private static int times(int element) {
        int shifted = element << 1;
        return shifted > SYMBOL_MASK ? shifted ^ POLYNOMIAL : shifted;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InquiryNumber number && number.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** As it is stored, printed and told. */
    public String text() {
        return text;
    }

    /** Masked: whoever has the number passes for the recipient. */
    @Override
    public String toString() {
        return "InquiryNumber[***]";
    }
}

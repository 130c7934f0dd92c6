package org.teishutsu.notify.bounce;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a notification says of one recipient.
 *
 * @param recipient the address it failed at, as written there
 * @param original the address it was sent to, if that is told apart
 * @param status RFC 3463, such as {@code 5.1.1}
 * @param diagnostic the words of the mail system that refused
 */
record RecipientReport(
        @Nullable String recipient,
        @Nullable String original,
        Action action,
        @Nullable String status,
        @Nullable String diagnostic) {

    private static final Pattern STATUS = Pattern.compile("(?<![\\d.])([245])\\.(\\d{1,3})\\.(\\d{1,3})(?![\\d.]\\d)");
    private static final int LONGEST = 1000;

    RecipientReport {
        recipient = cut(recipient);
        original = cut(original);
        diagnostic = cut(diagnostic);
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** The first status in a text. */
    static Optional<String> statusIn(@Nullable String text) {
        Matcher found = STATUS.matcher(text == null ? "" : text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    /** Whether it says no more than the class. */
    static boolean isGeneric(@Nullable String status) {
        return status == null || status.endsWith(".0.0");
    }

    boolean isOf(String address) {
        return same(recipient, address) || same(original, address);
    }

    private static boolean same(@Nullable String one, String other) {
        return one != null && bare(one).equals(bare(other));
    }

    /** {@code rfc822;<Hanako@example.jp>} without what surrounds the address. */
    private static String bare(String address) {
        return address.replaceFirst("^[^;@]*;", "").replaceAll("[<>\\s\"]", "").toLowerCase(Locale.ROOT);
    }

    /** Where the recipient is, without himself. */
    Optional<String> domain() {
        String address = original != null ? original : recipient;
        if (address == null) {
            return Optional.empty();
        }
        String bare = bare(address);
        int at = bare.lastIndexOf('@');
        return at < 0 || at == bare.length() - 1 ? Optional.empty() : Optional.of(bare.substring(at + 1));
    }

    RecipientReport withStatus(String better) {
        return new RecipientReport(recipient, original, action, better, diagnostic);
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "RecipientReport[" + action + " " + status + "]";
    }
}

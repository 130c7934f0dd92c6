package org.teishutsu.notify.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address as it goes over the wire: ASCII, one line, the local part quoted where RFC 5321 wants it so. Old carrier
 * addresses with two dots in a row or a dot before the at sign are addresses, too.
 */
public record EmailAddress(String wire) {

    /** RFC 5321, 4.5.3.1.3: a path of 256 octets with its brackets. */
    private static final int MAX_LENGTH = 254;

    private static final Pattern ATOMS = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+");
    private static final Pattern DOT_STRING = Pattern.compile(ATOMS + "(\\." + ATOMS + ")*");
    private static final Pattern QUOTABLE = Pattern.compile("[!-~]+");
    private static final Pattern DOMAIN =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");

    /** The address, or nothing if no mail server could be told it: nothing is repaired, nothing guessed. */
    public static Optional<EmailAddress> parse(String text) {
        String address = text.strip();
        int at = address.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        String local = address.substring(0, at);
        return asciiDomain(address.substring(at + 1))
                .flatMap(domain -> wireLocal(local).map(part -> part + "@" + domain))
                .filter(wire -> wire.length() <= MAX_LENGTH)
                .map(EmailAddress::new);
    }

    /** The domain in ASCII and lower case. Personal data if it is somebody's own. */
    public String domain() {
        return wire.substring(wire.lastIndexOf('@') + 1);
    }

    private static Optional<String> wireLocal(String local) {
        if (DOT_STRING.matcher(local).matches() || isQuoted(local)) {
            return Optional.of(local);
        }
        if (!QUOTABLE.matcher(local).matches()) {
            return Optional.empty();
        }
        return Optional.of('"' + local.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
    }

    private static boolean isQuoted(String local) {
        return local.length() > 2
                && local.startsWith("\"")
                && local.endsWith("\"")
                && QUOTABLE.matcher(local).matches()
                && local.substring(1, local.length() - 1).chars().noneMatch(c -> c == '"' || c == '\\');
    }

    private static Optional<String> asciiDomain(String domain) {
        try {
            String ascii = IDN.toASCII(domain).toLowerCase(Locale.ROOT);
            return DOMAIN.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    /** Personal data: says only that there is an address. */
    @Override
    public String toString() {
        return "EmailAddress[***]";
    }
}

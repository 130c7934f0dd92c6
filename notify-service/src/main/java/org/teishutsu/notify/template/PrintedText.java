package org.teishutsu.notify.template;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes what people typed fit to stand in a message: it can neither start a line of its own nor pass for a leaked item. */
final class PrintedText {

    /** Controls, line and paragraph separators, and what turns the direction of text around. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+");

    private static final Pattern LOOKS_LIKE_A_LIST = Pattern.compile("^[\\s　]*[・■]");
    private static final Pattern LINK = Pattern.compile("(?:[a-z][a-z0-9+.-]*://|www\\.|mailto:|<a\\s)");

    private PrintedText() {}

    /** One line. */
    static String line(String typed) {
        String line = UNPRINTABLE.matcher(typed).replaceAll(" ").strip();
        return LOOKS_LIKE_A_LIST.matcher(line).replaceFirst("－");
    }

    /** Lines as they were typed, none of which begins like a leaked item or an incident's title. */
    static String lines(String typed) {
        return typed.strip().lines().map(PrintedText::line).collect(Collectors.joining("\n"));
    }

    /** Messages carry no link: people shall not learn to follow one. */
    static boolean hasLink(String text) {
        return LINK.matcher(text.toLowerCase(Locale.ROOT)).find();
    }
}

package org.teishutsu.notify.bounce;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a message of one sort is known. Every pattern that is given must be found; upper and lower case are alike, and
 * {@code ^} and {@code $} mean lines.
 *
 * @param header against each line of the header
 * @param recipient its first group is the address it is about, for a person's eye
 * @param status what it means if the message does not say it itself
 */
record Rule(
        String name,
        Kind kind,
        @Nullable Pattern from,
        @Nullable Pattern subject,
        @Nullable Pattern header,
        @Nullable Pattern text,
        @Nullable Pattern recipient,
        @Nullable String status) {

    @JsonCreator
    static Rule of(
            @JsonProperty(value = "name", required = true) String name,
            @JsonProperty(value = "kind", required = true) Kind kind,
            @JsonProperty("from") @Nullable String from,
            @JsonProperty("subject") @Nullable String subject,
            @JsonProperty("header") @Nullable String header,
            @JsonProperty("text") @Nullable String text,
            @JsonProperty("recipient") @Nullable String recipient,
            @JsonProperty("status") @Nullable String status) {
        if (from == null && subject == null && header == null && text == null) {
            throw new IllegalArgumentException("The rule " + name + " asks for nothing");
        }
        return new Rule(
                name,
                kind,
                pattern(from),
                pattern(subject),
                pattern(header),
                pattern(text),
                pattern(recipient),
                status);
    }

    static @Nullable Pattern pattern(@Nullable String regex) {
        return regex == null
                ? null
                : Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE);
    }

    boolean matches(ReceivedMail mail) {
        return found(from, mail.from())
                && found(subject, mail.subject())
                && (header == null || mail.headers().stream().anyMatch(line -> found(header, line.line())))
                && found(text, mail.text());
    }

    private static boolean found(@Nullable Pattern pattern, String text) {
        return pattern == null || pattern.matcher(text).find();
    }

    /** Whom the message is about, if its text says so where this sort of message does. */
    Optional<String> recipientIn(String said) {
        if (recipient == null) {
            return Optional.empty();
        }
        Matcher found = recipient.matcher(said);
        return found.find() ? Optional.ofNullable(found.group(1)) : Optional.empty();
    }
}

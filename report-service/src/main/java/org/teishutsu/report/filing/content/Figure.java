package org.teishutsu.report.filing.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number of a filing and where it comes from, under a key that stays the same from report to report.
 *
 * @param key such as {@code union.recipients}; only letters, digits and {@code . _ + -}
 * @param label what it counts, as documents print it
 * @param value null if it could not be had; never 0 in its place
 * @param before what the last report said under this key; null if it said nothing
 * @param source which of the filing's {@link Source sources} it was read from
 * @param path where in the source's answer it stands; null if it is a sum of {@code parts}
 * @param parts what it adds up from; empty if it is a count of its own
 */
public record Figure(
        String key,
        String label,
        Unit unit,
        @Nullable Long value,
        @Nullable Long before,
        String source,
        @Nullable String path,
        List<Part> parts) {
    /** What a key looks like. */
    public static final String KEY = "[A-Za-z][A-Za-z0-9._+-]*";

    public Figure {
        if (!key.matches(KEY)) {
            throw new IllegalArgumentException("figure key must match " + KEY + ", was " + key);
        }
        Text.line("label of figure " + key, label);
        parts = List.copyOf(parts);
    }

    /** The difference to the last report; null unless both numbers are there. */
    public @Nullable Long difference() {
        return value == null || before == null ? null : value - before;
    }

    /** What is counted. */
    public enum Unit {
        RECORDS("件"),
        PERSONS("人"),
        MESSAGES("通");

        private final String label;

        Unit(String label) {
            this.label = label;
        }

        /** What documents print behind the number. */
        public String label() {
            return label;
        }
    }

    /**
     * One count that a sum is made of.
     *
     * @param key of the figure it is, if it is one; null otherwise
     */
    public record Part(@Nullable String key, String label, long value) {}

    /**
     * What was asked of whom.
     *
     * @param id by which figures name it
     * @param service that answered
     * @param query as it can be asked again
     * @param digest SHA-256 of the answer as it is stored with the filing; null if there was none to store
     */
    public record Source(
            String id,
            String service,
            String query,
            @Nullable String digest) {}
}

package org.teishutsu.report.publicnotice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published figure as the other features and the API see it; it counts from its approval on.
 *
 * @param explanation why it differs from what was said before, if it does
 */
public record PublishedFigureView(
        UUID id,
        String incident,
        long number,
        Unit unit,
        Certainty certainty,
        Instant publishedAt,
        @Nullable UUID notice,
        Instant recordedAt,
        String by,
        @Nullable Instant approvedAt,
        @Nullable String approvedBy,
        @Nullable String explanation) {

    /** What is counted. */
    public enum Unit {
        RECORDS("件"),
        PERSONS("人");

        private final String label;

        Unit(String label) {
            this.label = label;
        }

        /** What documents print. */
        public String label() {
            return label;
        }
    }

    /** How sure the firm was when it said it. */
    public enum Certainty {
        ESTIMATED("推定"),
        CONFIRMED("確定");

        private final String label;

        Certainty(String label) {
            this.label = label;
        }

        /** What documents print. */
        public String label() {
            return label;
        }
    }

    boolean approvedAt(Instant asOf) {
        return approvedAt != null && !approvedAt.isAfter(asOf);
    }
}

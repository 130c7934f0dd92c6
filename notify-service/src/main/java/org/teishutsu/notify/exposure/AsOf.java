package org.teishutsu.notify.exposure;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;

/** The as-of instant of a question (基準日時), as callers write it. */
public final class AsOf {

    private AsOf() {}

    /**
     * Reads {@code 2017-08-08T15:00:00Z}, or the same with another offset.
     *
     * @return to the microsecond, which is as exact as facts are stamped
     * @throws ProblemException INVALID_REQUEST
     */
    public static Instant parse(@Nullable String text) {
        if (text == null) {
            throw ProblemException.invalid("asOf", "is missing: an instant such as 2017-08-08T15:00:00Z");
        }
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException noInstant) {
            throw ProblemException.invalid("asOf", "must be an instant such as 2017-08-08T15:00:00Z");
        }
    }
}

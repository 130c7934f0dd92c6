package org.teishutsu.common.figures;

/**
 * How long nothing must have come back before a message counts as {@link Reach#NO_RETURN}, in days from the instant it
 * was recorded as sent or posted. Part of the statement, and printed with it.
 *
 * @param emailDays without a notice of non-delivery
 * @param letterDays without the letter being returned
 */
public record NoReturnAfter(int emailDays, int letterDays) {

    public NoReturnAfter {
        if (emailDays < 1 || letterDays < 1) {
            throw new IllegalArgumentException("Silence counts after a day at the earliest");
        }
    }
}

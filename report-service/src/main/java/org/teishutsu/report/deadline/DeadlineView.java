package org.teishutsu.report.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.order.Roll;

/**
 * A deadline as the other features and the API see it.
 *
 * @param number 0 for the initial report, n for the n-th progress report
 * @param latestConfirmed whether the bureau lets a date on a closed day roll on to {@code latest}
 * @param roll what the bureau has said about dates on closed days, if anything
 * @param overdue OPEN past the end of the last day; derived, never stored
 * @param pastSafe OPEN past 17:00 of the safe date, when alarms begin
 * @param receivedAt the bureau's receipt, once there is one
 * @param ground the document that made it NOT_NEEDED
 * @param settledAt when it was recorded that it is no longer OPEN
 */
public record DeadlineView(
        UUID order,
        int number,
        LocalDate nominal,
        DeadlineDates.Reading reading,
        LocalDate safe,
        LocalDate latest,
        boolean latestConfirmed,
        @Nullable Roll roll,
        Instant asOf,
        LocalDate asOfDate,
        boolean provisional,
        DeadlineState state,
        boolean overdue,
        boolean pastSafe,
        @Nullable Instant receivedAt,
        @Nullable String ground,
        @Nullable Instant settledAt,
        Instant recordedAt,
        String by) {}

package org.teishutsu.report.order;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * How the as-of date (基準日) of a report follows from its safe date.
 *
 * @param days for OPEN_DAYS_BEFORE: that many open days before the safe date, 1 or more
 * @param day for DAY_OF_MONTH: the last such day of a month before the safe date; 31 means the month's end
 */
public record AsOfRule(
        @NotNull Kind kind,
        @Min(1) @Max(20) @Nullable Integer days,
        @Min(1) @Max(31) @Nullable Integer day) {
    /** 24:00 of the fifth open day before the safe date, unless the order's entry says otherwise. */
    public static final AsOfRule DEFAULT = openDaysBefore(5);

    /** The two ways an as-of date is fixed. */
    public enum Kind {
        OPEN_DAYS_BEFORE,
        DAY_OF_MONTH
    }

    public static AsOfRule openDaysBefore(int days) {
        return new AsOfRule(Kind.OPEN_DAYS_BEFORE, days, null);
    }

    public static AsOfRule dayOfMonth(int day) {
        return new AsOfRule(Kind.DAY_OF_MONTH, null, day);
    }

    static AsOfRule of(Kind kind, int count) {
        return kind == Kind.OPEN_DAYS_BEFORE ? openDaysBefore(count) : dayOfMonth(count);
    }

    /** The number that goes with the kind. */
    public int count() {
        Integer count = kind == Kind.OPEN_DAYS_BEFORE ? days : day;
        if (count == null) {
            throw new IllegalStateException("as-of rule " + kind + " without its number");
        }
        return count;
    }

    @AssertTrue(message = "OPEN_DAYS_BEFORE takes days, DAY_OF_MONTH takes day, and neither both") boolean isConsistent() {
        return kind == Kind.OPEN_DAYS_BEFORE ? days != null && day == null : day != null && days == null;
    }
}

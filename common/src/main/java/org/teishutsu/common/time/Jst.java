package org.teishutsu.common.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;

/** Asia/Tokyo: the one place where an instant becomes a day, and a day an instant. */
public final class Jst {

    /** Japan has had no summer time since 1951: UTC+9 all year. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private Jst() {}

    /** The day on which an instant falls in Japan. */
    public static LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** The wall clock in Japan at an instant. */
    public static LocalDateTime dateTime(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZONE);
    }

    /** The month in which an instant falls in Japan. */
    public static YearMonth month(Instant instant) {
        return YearMonth.from(date(instant));
    }

    /** 00:00 of a day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** 24:00 of a day, which is 00:00 of the next. */
    public static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    /**
     * The day that an instant closes: 2017-08-08 for 24:00 of that day, which {@link #date} calls 2017-08-09. Any other
     * instant belongs to its own day.
     */
    public static LocalDate dayClosedBy(Instant instant) {
        LocalDate day = date(instant);
        return startOf(day).equals(instant) ? day.minusDays(1) : day;
    }

    /** An instant of a day by the wall clock. */
    public static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }
}

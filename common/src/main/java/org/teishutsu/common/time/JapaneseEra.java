package org.teishutsu.common.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.chrono.JapaneseDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Dates as Japanese official documents print them: era years, half-width digits, full-width brackets. */
public final class JapaneseEra {

    private static final String WEEKDAYS = "月火水木金土日";

    private JapaneseEra() {}

    /** 平成29年8月16日; the first year of an era is 元年. */
    public static String date(LocalDate day) {
        return year(day) + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** 平成29年8月16日（水）. */
    public static String dateWithWeekday(LocalDate day) {
        return date(day) + "（" + WEEKDAYS.charAt(day.getDayOfWeek().getValue() - 1) + "）";
    }

    /** 平成29年7月. */
    public static String month(LocalDate day) {
        return year(day) + "年" + day.getMonthValue() + "月";
    }

    /** 平成29年7月13日15時00分 by the clock of Japan. */
    public static String dateTime(Instant instant) {
        LocalDateTime local = Jst.dateTime(instant);
        return date(local.toLocalDate()) + String.format(Locale.ROOT, "%d時%02d分", local.getHour(), local.getMinute());
    }

    /** 平成29年8月8日24時 for an instant that closes a day, else as {@link #dateTime}. */
    public static String asOf(Instant instant) {
        LocalDate closed = Jst.dayClosedBy(instant);
        return Jst.endOf(closed).equals(instant) ? date(closed) + "24時" : dateTime(instant);
    }

    private static String year(LocalDate day) {
        JapaneseDate japanese = JapaneseDate.from(day);
        String era = japanese.getEra().getDisplayName(TextStyle.FULL, Locale.JAPANESE);
        int yearOfEra = japanese.get(ChronoField.YEAR_OF_ERA);
        return era + (yearOfEra == 1 ? "元" : String.valueOf(yearOfEra));
    }
}

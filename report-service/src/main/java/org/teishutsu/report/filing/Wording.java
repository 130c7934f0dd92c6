package org.teishutsu.report.filing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.teishutsu.common.time.JapaneseEra;
import org.teishutsu.common.time.Jst;

/** How a filing writes numbers, dates and lists: half-width digits, a unit with every number, era years. */
final class Wording {
    /** Stands where a number could not be had; never 0. */
    static final String UNAVAILABLE = "取得不可";

    static final String NONE = "該当なし";

    private Wording() {}

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String records(long number) {
        return number(number) + "件";
    }

    static String persons(long number) {
        return number(number) + "人";
    }

    /** A difference with its sign. */
    static String difference(long difference) {
        return difference > 0 ? "+" + number(difference) : number(difference);
    }

    static String percent(long part, long whole) {
        return whole == 0 ? "－" : String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
    }

    static String date(LocalDate day) {
        return JapaneseEra.date(day);
    }

    static String date(Instant instant) {
        return JapaneseEra.date(Jst.date(instant));
    }

    /** Whole months, the era and year only once if they are the same: 平成28年7月から11月まで. */
    static String months(LocalDate first, LocalDate last) {
        String from = month(first);
        String to = month(last);
        if (from.equals(to)) {
            return from;
        }
        String year = from.substring(0, from.indexOf('年') + 1);
        return from + "から" + (to.startsWith(year) ? to.substring(year.length()) : to) + "まで";
    }

    private static String month(LocalDate day) {
        String date = date(day);
        return date.substring(0, date.indexOf('月') + 1);
    }

    /** For narrow columns: H29.8.16. */
    static String shortDate(LocalDate day) {
        JapaneseDate japanese = JapaneseDate.from(day);
        return japanese.getEra().getDisplayName(TextStyle.NARROW, Locale.ENGLISH)
                + japanese.get(ChronoField.YEAR_OF_ERA)
                + "." + day.getMonthValue() + "." + day.getDayOfMonth();
    }

    static String weekday(LocalDate day) {
        return JapaneseEra.dateWithWeekday(day);
    }

    static String dateTime(Instant instant) {
        return JapaneseEra.dateTime(instant);
    }

    static String asOf(Instant instant) {
        return JapaneseEra.asOf(instant);
    }

    static String labels(Collection<String> codes, Map<String, String> labels) {
        return String.join(
                "、", codes.stream().map(code -> labels.getOrDefault(code, code)).toList());
    }

    /** One line of what people wrote with line feeds. */
    static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", "　");
    }
}

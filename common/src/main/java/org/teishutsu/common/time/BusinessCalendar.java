package org.teishutsu.common.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The open days of Japanese government offices: not Saturday, Sunday, a national holiday or its substitute, nor 29
 * December to 3 January (行政機関の休日に関する法律, article 1).
 *
 * <p>Covers {@value #FIRST_YEAR}–{@value #LAST_YEAR}; a date outside is refused, since an unknown holiday would
 * silently be an open day.
 */
public final class BusinessCalendar {

    private static final int FIRST_YEAR = 1970;
    private static final LocalDate FIRST_DAY = LocalDate.of(FIRST_YEAR, 1, 1);
    private static final int LAST_YEAR = 2050;

    /** The last year whose holidays the Cabinet Office has published (it does so each February for the next year). */
    private static final Year PUBLISHED_THROUGH = Year.of(2027);

    private static final MonthDay YEAR_END = MonthDay.of(12, 29);
    private static final MonthDay YEAR_START = MonthDay.of(1, 3);

    private static final BusinessCalendar JAPAN = new BusinessCalendar(read("/holidays/japan.tsv"));

    private final Map<LocalDate, String> holidays;

    /** How many days before the n-th of the table are open: a span is counted without walking through it. */
    private final int[] openBefore;

    private BusinessCalendar(Map<LocalDate, String> holidays) {
        this.holidays = holidays;
        this.openBefore = new int[(int) ChronoUnit.DAYS.between(FIRST_DAY, LocalDate.of(LAST_YEAR + 1, 1, 1)) + 1];
        for (int i = 1; i < openBefore.length; i++) {
            openBefore[i] = openBefore[i - 1] + (isOpen(FIRST_DAY.plusDays(i - 1)) ? 1 : 0);
        }
    }

    /** The calendar of the vendored holiday table. */
    public static BusinessCalendar japan() {
        return JAPAN;
    }

    /** Whether government offices are open on a day. */
    public boolean isOpen(LocalDate day) {
        return closedBecause(day).isEmpty();
    }

    /** Whether a day lies in the table's years. */
    public boolean covers(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    /**
     * Why a day is closed, in the words a document prints (敬老の日, 土曜日, 年末年始).
     *
     * @return empty for an open day
     * @throws IllegalArgumentException for a day outside the table's years
     */
    public Optional<String> closedBecause(LocalDate day) {
        requireCovered(day);
        String holiday = holidays.get(day);
        if (holiday != null) {
            return Optional.of(holiday);
        }
        MonthDay monthDay = MonthDay.from(day);
        if (!monthDay.isBefore(YEAR_END) || !monthDay.isAfter(YEAR_START)) {
            return Optional.of("年末年始");
        }
        return weekend(day.getDayOfWeek());
    }

    /** Whether the holidays of a day's year are computed rather than published by the Cabinet Office. */
    public boolean isProvisional(LocalDate day) {
        return Year.from(day).isAfter(PUBLISHED_THROUGH);
    }

    /** The day itself if open, else the nearest open day before it. */
    public LocalDate openOnOrBefore(LocalDate day) {
        return firstOpen(day, d -> d.minusDays(1));
    }

    /** The day itself if open, else the nearest open day after it. */
    public LocalDate openOnOrAfter(LocalDate day) {
        return firstOpen(day, d -> d.plusDays(1));
    }

    /**
     * Counts open days backwards.
     *
     * @param count at least 1; 1 is the nearest open day strictly before {@code day}
     */
    public LocalDate openDaysBefore(LocalDate day, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("Open days are counted from 1, not " + count);
        }
        LocalDate found = day;
        for (int i = 0; i < count; i++) {
            found = openOnOrBefore(found.minusDays(1));
        }
        return found;
    }

    /**
     * How many open days have begun since a day.
     *
     * @param day not counted itself
     * @param until counted, and not before {@code day}
     * @throws IllegalArgumentException for a day outside the table's years
     */
    public int openDaysSince(LocalDate day, LocalDate until) {
        return openUpTo(until) - openUpTo(day);
    }

    private int openUpTo(LocalDate day) {
        requireCovered(day);
        return openBefore[(int) ChronoUnit.DAYS.between(FIRST_DAY, day) + 1];
    }

    private void requireCovered(LocalDate day) {
        if (!covers(day)) {
            throw new IllegalArgumentException(
                    "The holiday table covers " + FIRST_YEAR + " to " + LAST_YEAR + ", not " + day);
        }
    }

    private LocalDate firstOpen(LocalDate day, UnaryOperator<LocalDate> step) {
        LocalDate candidate = day;
        while (!isOpen(candidate)) {
            candidate = step.apply(candidate);
        }
        return candidate;
    }

    private static Optional<String> weekend(DayOfWeek dayOfWeek) {
        return switch (dayOfWeek) {
            case SATURDAY -> Optional.of("土曜日");
            case SUNDAY -> Optional.of("日曜日");
            default -> Optional.empty();
        };
    }

    private static Map<LocalDate, String> read(String resource) {
        try (InputStream in = BusinessCalendar.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the class path");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .collect(Collectors.toUnmodifiableMap(cells -> LocalDate.parse(cells[0]), cells -> cells[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

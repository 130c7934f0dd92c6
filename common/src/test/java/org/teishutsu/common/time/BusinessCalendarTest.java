package org.teishutsu.common.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessCalendarTest {

    private final BusinessCalendar calendar = BusinessCalendar.japan();

    @ParameterizedTest
    @CsvSource({
        "2018-02-12, 建国記念の日 振替休日",
        "2018-04-30, 昭和の日 振替休日",
        "2019-05-01, 休日（祝日扱い）",
        "2021-07-22, 海の日",
        "2017-08-11, 山の日",
        "2017-09-18, 敬老の日",
        "2017-12-29, 年末年始",
        "2018-01-01, 元日",
        "2018-01-03, 年末年始",
        "2017-09-16, 土曜日",
        "2017-09-17, 日曜日"
    })
    void closedDaySaysWhy(LocalDate day, String reason) {
        assertThat(calendar.closedBecause(day)).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-12-23", "2020-10-12", "2017-08-16", "2017-12-28", "2018-01-04", "2017-07-28"})
    void openDaysAreOpen(LocalDate day) {
        assertThat(calendar.isOpen(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2017-08-16, 5, 2017-08-08", "2017-10-16, 5, 2017-10-06", "2017-08-16, 1, 2017-08-15"})
    void countsOpenDaysBackwards(LocalDate day, int count, LocalDate expected) {
        assertThat(calendar.openDaysBefore(day, count)).isEqualTo(expected);
    }

    @Test
    void nearestOpenDaysLieOnBothSides() {
        assertThat(calendar.openOnOrBefore(LocalDate.of(2018, 12, 31))).isEqualTo("2018-12-28");
        assertThat(calendar.openOnOrAfter(LocalDate.of(2018, 12, 31))).isEqualTo("2019-01-04");
        assertThat(calendar.openOnOrAfter(LocalDate.of(2017, 8, 16))).isEqualTo("2017-08-16");
    }

    @Test
    void daysPastThePublishedYearsAreProvisional() {
        assertThat(calendar.isProvisional(LocalDate.of(2017, 8, 16))).isFalse();
        assertThat(calendar.isProvisional(LocalDate.of(2040, 1, 4))).isTrue();
    }

    @Test
    void dayOutsideTheTableIsRefused() {
        assertThatThrownBy(() -> calendar.isOpen(LocalDate.of(2051, 1, 4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1970 to 2050");
    }

    @Test
    void countingFromNoughtIsRefused() {
        assertThatThrownBy(() -> calendar.openDaysBefore(LocalDate.of(2017, 8, 16), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void openDaysOfASpanAreThoseThatAreCountedOneByOne() {
        BusinessCalendar calendar = BusinessCalendar.japan();
        for (LocalDate day = LocalDate.of(2017, 4, 28); day.getYear() < 2018; day = day.plusDays(11)) {
            for (int length : new int[] {0, 1, 5, 40, 3000}) {
                LocalDate until = day.plusDays(length);
                long counted = day.plusDays(1)
                        .datesUntil(until.plusDays(1))
                        .filter(calendar::isOpen)
                        .count();
                assertThat(calendar.openDaysSince(day, until)).isEqualTo((int) counted);
            }
        }
        LocalDate first = LocalDate.of(1970, 1, 1);
        LocalDate last = LocalDate.of(2050, 12, 31);
        assertThat(calendar.openDaysSince(first, first)).isZero();
        assertThat(calendar.openDaysSince(last.minusDays(2), last)).isZero();
        assertThatThrownBy(() -> calendar.openDaysSince(first.minusDays(1), last))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

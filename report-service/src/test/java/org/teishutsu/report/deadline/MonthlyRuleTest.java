package org.teishutsu.report.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teishutsu.common.time.BusinessCalendar;
import org.teishutsu.report.deadline.DeadlineDates.Reading;
import org.teishutsu.report.order.AsOfRule;
import org.teishutsu.report.order.Roll;

class MonthlyRuleTest {
    private static final LocalDate ANCHOR = LocalDate.of(2017, 8, 16);

    @ParameterizedTest(name = "{0} + {1} months: {2}, safe {3}, latest {4}")
    @CsvSource({
        "2017-08-16,  0, 2017-08-16, 2017-08-16, 2017-08-16",
        "2017-08-16,  1, 2017-09-16, 2017-09-15, 2017-09-19",
        "2017-08-16,  2, 2017-10-16, 2017-10-16, 2017-10-16",
        "2017-08-16,  3, 2017-11-16, 2017-11-16, 2017-11-16",
        "2017-08-16,  4, 2017-12-16, 2017-12-15, 2017-12-18",
        "2017-08-16, 10, 2018-06-16, 2018-06-15, 2018-06-18",
        "2017-08-16, 11, 2018-07-16, 2018-07-13, 2018-07-17",
        "2017-08-16, 13, 2018-09-16, 2018-09-14, 2018-09-18",
        "2018-01-31,  1, 2018-02-28, 2018-02-28, 2018-02-28",
        "2018-01-31,  2, 2018-03-31, 2018-03-30, 2018-04-02",
        "2018-01-31,  3, 2018-04-30, 2018-04-27, 2018-05-01",
        "2018-12-31,  0, 2018-12-31, 2018-12-28, 2019-01-04",
        "2019-04-30,  0, 2019-04-30, 2019-04-26, 2019-05-07",
    })
    void nominalIsCountedFromTheAnchorAndSafeAndLatestAreTheOpenDaysAroundIt(
            LocalDate anchor, int number, LocalDate nominal, LocalDate safe, LocalDate latest) {
        DeadlineDates dates = rule(anchor, AsOfRule.DEFAULT).dates(number);

        assertThat(dates.nominal()).isEqualTo(nominal);
        assertThat(dates.safe()).isEqualTo(safe);
        assertThat(dates.latest()).isEqualTo(latest);
        assertThat(dates.latestConfirmed()).isFalse();
        assertThat(dates.provisional()).isFalse();
    }

    @ParameterizedTest(name = "report {0}: as of the end of {1}")
    @CsvSource({"0, 2017-08-08", "1, 2017-09-08", "2, 2017-10-06", "3, 2017-11-09", "4, 2017-12-08"})
    void asOfIsTheFifthOpenDayBeforeSafe(int number, LocalDate asOfDate) {
        assertThat(rule(ANCHOR, AsOfRule.DEFAULT).dates(number).asOfDate()).isEqualTo(asOfDate);
    }

    @Test
    void asOfIsTheEndOfItsDayInTokyo() {
        assertThat(rule(ANCHOR, AsOfRule.DEFAULT).dates(0).asOf()).isEqualTo(Instant.parse("2017-08-08T15:00:00Z"));
    }

    @ParameterizedTest(name = "day {0} before report {1}: {2}")
    @CsvSource({"5, 0, 2017-08-05", "16, 0, 2017-07-16", "31, 0, 2017-07-31", "31, 7, 2018-02-28", "15, 1, 2017-08-15"})
    void asOfOnADayOfTheMonthIsTheLastSuchDayStrictlyBeforeSafe(int day, int number, LocalDate asOfDate) {
        assertThat(rule(ANCHOR, AsOfRule.dayOfMonth(day)).dates(number).asOfDate())
                .isEqualTo(asOfDate);
    }

    @ParameterizedTest(name = "{0} + {1} months is {2}, read as {3}")
    @CsvSource({
        "2018-02-28, 0, 2018-02-28, PLAIN",
        "2018-02-28, 1, 2018-03-28, EARLIER_OF_TWO",
        "2018-04-30, 1, 2018-05-30, EARLIER_OF_TWO",
        "2018-04-30, 2, 2018-06-30, PLAIN",
        "2018-04-30, 10, 2019-02-28, CLIPPED",
        "2018-01-31, 1, 2018-02-28, CLIPPED",
        "2018-01-31, 2, 2018-03-31, PLAIN",
        "2017-08-16, 6, 2018-02-16, PLAIN",
    })
    void anAnchorThatCanBeReadTwoWaysTakesTheEarlierAndSaysSo(
            LocalDate anchor, int number, LocalDate nominal, Reading reading) {
        DeadlineDates dates = rule(anchor, AsOfRule.DEFAULT).dates(number);

        assertThat(dates.nominal()).isEqualTo(nominal);
        assertThat(dates.reading()).isEqualTo(reading);
    }

    @Test
    void aQuarterlyOrderCountsThreeMonthsAtATime() {
        MonthlyRule quarterly = new MonthlyRule(ANCHOR, 3, AsOfRule.DEFAULT, List.of(), BusinessCalendar.japan());

        assertThat(quarterly.dates(2).nominal()).isEqualTo(LocalDate.of(2018, 2, 16));
    }

    @Test
    void datesBeyondThePublishedHolidaysAreProvisional() {
        assertThat(rule(LocalDate.of(2049, 1, 15), AsOfRule.DEFAULT).dates(1).provisional())
                .isTrue();
    }

    @Test
    void onlyAConfirmedRollMovesTheLastDayPastTheNominalDate() {
        DeadlineDates unconfirmed = rule(ANCHOR, AsOfRule.DEFAULT).dates(1);
        DeadlineDates confirmed = new MonthlyRule(
                        ANCHOR,
                        1,
                        AsOfRule.DEFAULT,
                        List.of(InstructionFixtures.roll(1, Roll.NEXT)),
                        BusinessCalendar.japan())
                .dates(1);

        assertThat(unconfirmed.lastDay()).isEqualTo(LocalDate.of(2017, 9, 16));
        assertThat(confirmed.lastDay()).isEqualTo(LocalDate.of(2017, 9, 19));
    }

    @Test
    void anIntervalOfNoMonthsIsRefused() {
        assertThatThrownBy(() -> new MonthlyRule(ANCHOR, 0, AsOfRule.DEFAULT, List.of(), BusinessCalendar.japan()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("interval must be 1 month or more, was 0");
    }

    private static MonthlyRule rule(LocalDate anchor, AsOfRule asOfRule) {
        return new MonthlyRule(anchor, 1, asOfRule, List.of(), BusinessCalendar.japan());
    }
}

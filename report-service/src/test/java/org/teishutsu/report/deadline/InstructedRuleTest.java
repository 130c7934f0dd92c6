package org.teishutsu.report.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teishutsu.report.deadline.InstructionFixtures.asOf;
import static org.teishutsu.report.deadline.InstructionFixtures.day;
import static org.teishutsu.report.deadline.InstructionFixtures.extension;
import static org.teishutsu.report.deadline.InstructionFixtures.interval;
import static org.teishutsu.report.deadline.InstructionFixtures.roll;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.time.BusinessCalendar;
import org.teishutsu.report.deadline.DeadlineDates.Reading;
import org.teishutsu.report.order.AsOfRule;
import org.teishutsu.report.order.InstructionView;
import org.teishutsu.report.order.Roll;

/** What instructions of the bureau do to the dates of the 2017 case. */
class InstructedRuleTest {

    @Test
    void anIntervalCountsFromTheReportBeforeAndLeavesEarlierOnes() {
        assertThat(nominals(interval(3, 3)))
                .containsExactly("2017-08-16", "2017-09-16", "2017-10-16", "2018-01-16", "2018-04-16", "2018-07-16");
        assertThat(nominals(interval(2, 3), interval(4, 1)))
                .containsExactly("2017-08-16", "2017-09-16", "2017-12-16", "2018-03-16", "2018-04-16", "2018-05-16");
    }

    @Test
    void anotherDayHoldsFromItsReportOnAndThe31stIsTheMonthsEnd() {
        assertThat(nominals(day(2, 10)))
                .containsExactly("2017-08-16", "2017-09-16", "2017-10-10", "2017-11-10", "2017-12-10", "2018-01-10");
        MonthlyRule rule = rule(day(1, 31));
        assertThat(rule.nominal(1)).isEqualTo("2017-09-30");
        assertThat(rule.nominal(2)).isEqualTo("2017-10-31");
        assertThat(rule.dates(1).reading()).isEqualTo(Reading.CLIPPED);
        assertThat(rule.dates(2).reading()).isEqualTo(Reading.PLAIN);
    }

    @Test
    void theInstructionRecordedLastCounts() {
        assertThat(nominals(day(1, 10), day(3, 25), day(2, 5)))
                .containsExactly("2017-08-16", "2017-09-10", "2017-10-05", "2017-11-05", "2017-12-05", "2018-01-05");
    }

    @Test
    void anExtensionMovesOneReportAndItsOtherDatesWithIt() {
        DeadlineDates extended = rule(extension(1, LocalDate.of(2017, 9, 30))).dates(1);

        assertThat(extended.nominal()).isEqualTo("2017-09-30"); // a Saturday
        assertThat(extended.safe()).isEqualTo("2017-09-29");
        assertThat(extended.latest()).isEqualTo("2017-10-02");
        assertThat(extended.asOfDate()).isEqualTo("2017-09-22");
        assertThat(extended.reading()).isEqualTo(Reading.EXTENDED);
        assertThat(nominals(extension(1, LocalDate.of(2017, 9, 30))))
                .containsExactly("2017-08-16", "2017-09-30", "2017-10-16", "2017-11-16", "2017-12-16", "2018-01-16");
    }

    @Test
    void aLaterDayEndsAnEarlierExtensionAndALaterExtensionStandsAboveTheDay() {
        InstructionView extension = extension(1, LocalDate.of(2017, 9, 30));

        assertThat(rule(extension, day(1, 10)).nominal(1)).isEqualTo("2017-09-10");
        assertThat(rule(day(1, 10), extension).nominal(1)).isEqualTo("2017-09-30");
        assertThat(rule(extension, day(2, 10)).nominal(1)).isEqualTo("2017-09-30");
    }

    @Test
    void aRollSaysWhichOpenDayIsTheLast() {
        assertThat(rule(roll(1, Roll.NEXT)).dates(1).lastDay()).isEqualTo("2017-09-19");
        assertThat(rule(roll(1, Roll.PREVIOUS)).dates(1).lastDay()).isEqualTo("2017-09-15");
        assertThat(rule(roll(2, Roll.NEXT)).dates(1).lastDay()).isEqualTo("2017-09-16");
        assertThat(rule(roll(1, Roll.NEXT), roll(4, Roll.PREVIOUS)).dates(4).lastDay())
                .isEqualTo("2017-12-15");
    }

    @Test
    void anAsOfRuleHoldsFromItsReportOn() {
        MonthlyRule rule = rule(asOf(2, AsOfRule.openDaysBefore(3)), asOf(3, AsOfRule.dayOfMonth(31)));

        assertThat(rule.dates(1).asOfDate()).isEqualTo("2017-09-08");
        assertThat(rule.dates(2).asOfDate()).isEqualTo("2017-10-11");
        assertThat(rule.dates(3).asOfDate()).isEqualTo("2017-10-31");
    }

    @Test
    void aLongExtensionDoesNotHoldUpTheReportsAfterIt() {
        MonthlyRule rule = rule(extension(1, LocalDate.of(2018, 9, 1)));

        assertThat(DeadlineService.lastNumber(rule, LocalDate.of(2017, 9, 10), LocalDate.MAX))
                .isEqualTo(3);
        assertThat(DeadlineService.lastNumber(rule, LocalDate.of(2018, 1, 10), LocalDate.MAX))
                .isEqualTo(7);
    }

    @Test
    void theSeriesEndsWithTheDutyAndWhereHolidaysAreNotKnown() {
        assertThat(DeadlineService.lastNumber(rule(), LocalDate.of(2017, 9, 10), LocalDate.of(2017, 10, 16)))
                .isEqualTo(2);
        int last = DeadlineService.lastNumber(rule(), LocalDate.of(2050, 12, 31), LocalDate.MAX);
        assertThat(rule().nominal(last)).isEqualTo("2050-11-16");
        assertThat(rule().dates(last).latest()).isEqualTo("2050-11-16");
    }

    private static List<String> nominals(InstructionView... instructions) {
        MonthlyRule rule = rule(instructions);
        return IntStream.range(0, 6)
                .mapToObj(rule::nominal)
                .map(LocalDate::toString)
                .toList();
    }

    private static MonthlyRule rule(InstructionView... instructions) {
        return new MonthlyRule(
                LocalDate.of(2017, 8, 16), 1, AsOfRule.DEFAULT, List.of(instructions), BusinessCalendar.japan());
    }
}

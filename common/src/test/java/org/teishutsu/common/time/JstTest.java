package org.teishutsu.common.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class JstTest {

    private static final LocalDate DAY = LocalDate.of(2017, 8, 8);

    @Test
    void twentyFourHoursOfADayIsMidnightOfTheNext() {
        assertThat(Jst.endOf(DAY)).isEqualTo("2017-08-08T15:00:00Z").isEqualTo(Jst.startOf(DAY.plusDays(1)));
    }

    @Test
    void dayClosedByMidnightIsTheDayBefore() {
        assertThat(Jst.dayClosedBy(Jst.endOf(DAY))).isEqualTo(DAY);
        assertThat(Jst.dayClosedBy(Jst.endOf(DAY).plusNanos(1000))).isEqualTo(DAY.plusDays(1));
    }

    @Test
    void monthIsThatOfJapanNotOfGreenwich() {
        assertThat(Jst.month(Instant.parse("2017-07-31T15:00:00Z"))).isEqualTo(YearMonth.of(2017, 8));
    }
}

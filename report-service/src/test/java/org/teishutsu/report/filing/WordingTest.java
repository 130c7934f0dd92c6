package org.teishutsu.report.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @Test
    void everyNumberHasItsUnitAndItsCommas() {
        assertThat(Wording.records(112_364)).isEqualTo("112,364件");
        assertThat(Wording.persons(0)).isEqualTo("0人");
    }

    @ParameterizedTest
    @CsvSource({"9, +9", "0, 0", "-1200, '-1,200'"})
    void aDifferenceHasItsSign(long difference, String printed) {
        assertThat(Wording.difference(difference)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({"2017-08-16, H29.8.16", "2019-05-01, R1.5.1", "1988-01-02, S63.1.2"})
    void aShortDateNamesItsEra(LocalDate day, String printed) {
        assertThat(Wording.shortDate(day)).isEqualTo(printed);
    }

    @Test
    void aShareOfNothingIsNotZeroPercent() {
        assertThat(Wording.percent(0, 0)).isEqualTo("－");
        assertThat(Wording.percent(1, 3)).isEqualTo("33.3%");
    }

    @Test
    void whatWasWrittenInLinesStandsOnOne() {
        assertThat(Wording.oneLine(" 一行目 \r\n 二行目\n")).isEqualTo("一行目　二行目");
    }
}

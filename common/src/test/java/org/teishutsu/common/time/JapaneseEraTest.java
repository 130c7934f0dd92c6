package org.teishutsu.common.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JapaneseEraTest {

    @ParameterizedTest
    @CsvSource({
        "2017-08-16, 平成29年8月16日（水）",
        "2019-04-30, 平成31年4月30日（火）",
        "2019-05-01, 令和元年5月1日（水）",
        "2020-01-01, 令和2年1月1日（水）",
        "1989-01-07, 昭和64年1月7日（土）",
        "1989-01-08, 平成元年1月8日（日）"
    })
    void printsEraDates(LocalDate day, String expected) {
        assertThat(JapaneseEra.dateWithWeekday(day)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2017-08-08T15:00:00Z, 平成29年8月8日24時",
        "2017-07-13T06:00:00Z, 平成29年7月13日15時00分",
        "2017-07-31T15:05:00Z, 平成29年8月1日0時05分"
    })
    void asOfCallsMidnightTheEndOfTheDay(Instant instant, String expected) {
        assertThat(JapaneseEra.asOf(instant)).isEqualTo(expected);
    }
}

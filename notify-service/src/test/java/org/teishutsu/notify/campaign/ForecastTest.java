package org.teishutsu.notify.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final LocalDate BY = LocalDate.of(2017, 8, 3);
    private static final Instant EIGHT_HOURS_BEFORE_THE_END = Instant.parse("2017-08-03T07:00:00Z");

    private static Forecast forecast(CampaignState state, long ready, long waiting, Instant lastDue, double perSecond) {
        return Forecast.of(
                state, BY, new Forecast.Left(ready, waiting, lastDue), perSecond, EIGHT_HOURS_BEFORE_THE_END);
    }

    @Test
    void goesByWhatIsLeftAndHowFastItGoes() {
        assertThat(forecast(CampaignState.RUNNING, 36_000, 0, null, 10))
                .isEqualTo(new Forecast(BY, EIGHT_HOURS_BEFORE_THE_END.plus(Duration.ofHours(1)), false));
    }

    @Test
    void warnsWhenItPassesTheDay() {
        assertThat(forecast(CampaignState.RUNNING, 8 * 3600, 0, null, 1).late()).isFalse();
        assertThat(forecast(CampaignState.RUNNING, 8 * 3600 + 1, 0, null, 1).late())
                .isTrue();
    }

    @Test
    void waitsForWhatWasPutOff() {
        Instant due = EIGHT_HOURS_BEFORE_THE_END.plus(Duration.ofHours(9));
        assertThat(forecast(CampaignState.RUNNING, 10, 0, due, 10)).isEqualTo(new Forecast(BY, due, true));
        assertThat(forecast(CampaignState.RUNNING, 0, 0, due, 0)).isEqualTo(new Forecast(BY, due, true));
    }

    @Test
    void saysNothingWhereNothingTells() {
        assertThat(forecast(CampaignState.RUNNING, 10, 0, null, 0).expectedAt()).isNull();
        assertThat(forecast(CampaignState.RUNNING, 10, 1, null, 10).expectedAt())
                .isNull();
        assertThat(forecast(CampaignState.PAUSED, 10, 0, null, 10).expectedAt()).isNull();
        assertThat(forecast(CampaignState.COMPLETE, 0, 0, null, 10).expectedAt())
                .isNull();
    }

    @Test
    void whatIsLeftAfterTheDayIsLate() {
        Instant after = EIGHT_HOURS_BEFORE_THE_END.plus(Duration.ofDays(1));
        Forecast.Left left = new Forecast.Left(1, 0, null);
        assertThat(Forecast.of(CampaignState.PAUSED, BY, left, 0, after).late()).isTrue();
        assertThat(Forecast.of(CampaignState.COMPLETE, BY, left, 0, after).late())
                .isFalse();
    }
}

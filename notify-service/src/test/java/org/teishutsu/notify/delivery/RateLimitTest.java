package org.teishutsu.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final Instant START = Instant.parse("2017-08-01T01:00:00Z");

    @Test
    void grantsWhatASecondAllows() {
        RateLimit first = RateLimit.grant(START.minusSeconds(60), START, 10, 100);
        assertThat(first.granted()).isEqualTo(10);
        assertThat(RateLimit.grant(first.usedUpTo(), START, 10, 100).granted()).isZero();
        assertThat(RateLimit.grant(first.usedUpTo(), START.plusMillis(500), 10, 100)
                        .granted())
                .isEqualTo(5);
    }

    @Test
    void grantsNoMoreThanIsWantedAndKeepsTheRest() {
        RateLimit first = RateLimit.grant(START.minusSeconds(1), START, 10, 4);
        assertThat(first.granted()).isEqualTo(4);
        assertThat(RateLimit.grant(first.usedUpTo(), START, 10, 100).granted()).isEqualTo(6);
    }

    @Test
    void neverExceedsItsRateWhoeverAsksWhenever() {
        Random random = new Random(20170801);
        for (int perSecond : new int[] {1, 3, 7, 100, 2500}) {
            Instant used = START;
            Instant now = START;
            long granted = 0;
            for (int i = 0; i < 5000; i++) {
                now = now.plusNanos(random.nextInt(50_000_000));
                RateLimit limit = RateLimit.grant(used, now, perSecond, 1 + random.nextInt(40));
                used = limit.usedUpTo();
                granted += limit.granted();
                double seconds = java.time.Duration.between(START, now).toNanos() / 1e9;
                assertThat((double) granted).isLessThanOrEqualTo((seconds + 1) * perSecond + 1);
            }
        }
    }
}

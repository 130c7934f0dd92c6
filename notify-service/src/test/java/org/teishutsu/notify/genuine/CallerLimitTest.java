package org.teishutsu.notify.genuine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallerLimitTest {

    private final AtomicLong nanos = new AtomicLong(-5);
    private final CallerLimit limit = new CallerLimit(30, 3, nanos::get);

    private int letThrough(String caller, int calls) {
        int through = 0;
        for (int i = 0; i < calls; i++) {
            through += limit.refusal(caller).isEmpty() ? 1 : 0;
        }
        return through;
    }

    @Test
    void aCallerGetsSoManyAtOnceAndThenOneEveryTwoSeconds() {
        assertThat(letThrough("a", 1000)).isEqualTo(30);
        assertThat(limit.refusal("a")).hasValue(2);
        nanos.addAndGet(Duration.ofMillis(1999).toNanos());
        assertThat(limit.refusal("a")).hasValue(1);
        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(letThrough("a", 5)).isEqualTo(1);
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(letThrough("a", 1000)).isEqualTo(30);
    }

    @Test
    void callersDoNotStandInEachOthersWay() {
        assertThat(letThrough("a", 1000)).isEqualTo(30);
        assertThat(letThrough("b", 1)).isEqualTo(1);
    }

    @Test
    void onlySoManyAreRememberedAndTheLastOnesAre() {
        for (String caller : new String[] {"a", "b", "c", "d"}) {
            letThrough(caller, 30);
        }
        assertThat(letThrough("d", 1)).isZero();
        assertThat(letThrough("c", 1)).isZero();
        assertThat(letThrough("a", 1)).as("forgotten").isEqualTo(1);
    }
}

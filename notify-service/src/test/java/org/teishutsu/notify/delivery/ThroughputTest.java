package org.teishutsu.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ThroughputTest {

    private static final long SECOND = 1_000_000_000L;

    private final Throughput throughput = new Throughput();

    @Test
    void isMessagesASecondOverTheLastTenSeconds() {
        for (int second = 0; second < 60; second++) {
            throughput.add(2000, second * SECOND);
        }
        assertThat(throughput.perSecond(60 * SECOND)).isCloseTo(2000, within(250.0));
    }

    @Test
    void fallsToZeroWhenNothingIsSent() {
        throughput.add(100, 0);
        assertThat(throughput.perSecond(SECOND / 10)).isEqualTo(100);
        assertThat(throughput.perSecond(11 * SECOND)).isZero();
    }
}

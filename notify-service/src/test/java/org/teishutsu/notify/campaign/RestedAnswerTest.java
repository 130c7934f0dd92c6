package org.teishutsu.notify.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RestedAnswerTest {

    private static final long MILLI = 1_000_000;

    private final AtomicLong time = new AtomicLong();
    private final AtomicLong takes = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final RestedAnswer<String, Integer> answer = new RestedAnswer<>(
            key -> {
                time.addAndGet(takes.get());
                return asked.incrementAndGet();
            },
            time::get);

    @Test
    void slowAnswerIsGivenAgainForThreeTimesAsLong() {
        takes.set(100 * MILLI);
        assertThat(answer.of("a")).isEqualTo(1);
        time.addAndGet(299 * MILLI);
        assertThat(answer.of("a")).isEqualTo(1);
        time.addAndGet(MILLI);
        assertThat(answer.of("a")).isEqualTo(2);
    }

    @Test
    void noAnswerIsOlderThanASecond() {
        takes.set(5000 * MILLI);
        assertThat(answer.of("a")).isEqualTo(1);
        time.addAndGet(1000 * MILLI);
        assertThat(answer.of("a")).isEqualTo(2);
    }

    @Test
    void quickAnswerIsAlwaysFresh() {
        takes.set(19 * MILLI);
        assertThat(answer.of("a")).isEqualTo(1);
        assertThat(answer.of("a")).isEqualTo(2);
    }

    @Test
    void answersAreKeptApart() {
        takes.set(100 * MILLI);
        assertThat(answer.of("a")).isEqualTo(1);
        assertThat(answer.of("b")).isEqualTo(2);
    }
}

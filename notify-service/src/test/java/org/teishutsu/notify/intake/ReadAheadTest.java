package org.teishutsu.notify.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadAheadTest {

    private final AtomicInteger read = new AtomicInteger();

    @Test
    void everythingComesInOrderAndOnce() {
        List<Integer> taken = new ArrayList<>();
        try (ReadAhead<Integer> numbers = new ReadAhead<>(() -> upTo(10_000), number -> number % 777 == 0)) {
            for (Integer number = numbers.next(); number != null; number = numbers.next()) {
                taken.add(number);
            }
            assertThat(numbers.next()).isNull();
        }
        assertThat(taken).hasSize(10_000).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whatFailsFailsAfterEverythingBeforeIt() {
        List<Integer> taken = new ArrayList<>();
        try (ReadAhead<Integer> numbers = new ReadAhead<>(() -> failAfter(300), number -> false)) {
            assertThatThrownBy(() -> {
                        for (Integer number = numbers.next(); number != null; number = numbers.next()) {
                            taken.add(number);
                        }
                    })
                    .hasMessage("row 301");
        }
        assertThat(taken).hasSize(300);
    }

    @Test
    void whoeverStopsTakingStopsTheReading() {
        try (ReadAhead<Integer> numbers = new ReadAhead<>(() -> upTo(Integer.MAX_VALUE), number -> false)) {
            assertThat(numbers.next()).isEqualTo(1);
        }
        int whenClosed = read.get();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("list-reader"));
        assertThat(read.get()).isEqualTo(whenClosed);
    }

    @Test
    void neverReadsFarAhead() throws InterruptedException {
        CountDownLatch full = new CountDownLatch(5);
        try (ReadAhead<Integer> large = new ReadAhead<>(
                () -> {
                    full.countDown();
                    return upTo(Integer.MAX_VALUE);
                },
                number -> true)) {
            full.await();
            assertThat(read.get()).isLessThanOrEqualTo(5);
            assertThat(large.next()).isEqualTo(1);
        }
    }

    private Integer upTo(int last) {
        int next = read.incrementAndGet();
        return next > last ? null : next;
    }

    private Integer failAfter(int last) {
        int next = read.incrementAndGet();
        if (next > last) {
            throw new IllegalArgumentException("row " + next);
        }
        return next;
    }
}

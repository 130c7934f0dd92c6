package org.teishutsu.notify.campaign;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Spares the database a display that asks all the time: an answer that took its time is given again for three times as
 * long, at most a second. One that came at once is asked for anew.
 */
final class RestedAnswer<K, V> {

    private static final long SLOW_NANOS = 20_000_000;
    private static final int RESTS = 3;
    private static final long LONGEST_NANOS = 1_000_000_000;

    private record Answer<V>(V value, long goodUntil) {}

    private final Function<K, V> question;
    private final LongSupplier nanoTime;
    private final Map<K, Answer<V>> answers = new ConcurrentHashMap<>();

    RestedAnswer(Function<K, V> question, LongSupplier nanoTime) {
        this.question = question;
        this.nanoTime = nanoTime;
    }

    V of(K key) {
        long start = nanoTime.getAsLong();
        Answer<V> known = answers.get(key);
        if (known != null && start - known.goodUntil() < 0) {
            return known.value();
        }
        V value = question.apply(key);
        long end = nanoTime.getAsLong();
        if (end - start >= SLOW_NANOS) {
            answers.put(key, new Answer<>(value, end + Math.min(LONGEST_NANOS, RESTS * (end - start))));
        } else {
            answers.remove(key);
        }
        return value;
    }
}

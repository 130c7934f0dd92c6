package org.teishutsu.notify.delivery;

import java.util.ArrayDeque;
import java.util.Deque;

/** Counts what was sent over the last ten seconds of machine time; for a display, never for a filing. */
final class Throughput {

    private static final long SPAN_NANOS = 10_000_000_000L;

    private record Sent(long at, int number) {}

    private final Deque<Sent> sent = new ArrayDeque<>();

    synchronized void add(int number, long nanoTime) {
        forget(nanoTime);
        sent.addLast(new Sent(nanoTime, number));
    }

    /** Messages a second; over the time since the first of them if that is shorter. */
    synchronized double perSecond(long nanoTime) {
        forget(nanoTime);
        if (sent.isEmpty()) {
            return 0;
        }
        long span = Math.max(1_000_000_000L, nanoTime - sent.getFirst().at());
        return sent.stream().mapToLong(Sent::number).sum() * 1e9 / span;
    }

    private void forget(long nanoTime) {
        while (!sent.isEmpty() && nanoTime - sent.getFirst().at() > SPAN_NANOS) {
            sent.removeFirst();
        }
    }
}

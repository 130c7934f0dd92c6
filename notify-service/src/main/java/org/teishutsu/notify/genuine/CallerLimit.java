package org.teishutsu.notify.genuine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Lets each caller through so many times a minute, and as many at once. Remembers only so many callers: whoever has been
 * silent for longest is forgotten, and is a new one then. In machine time.
 */
final class CallerLimit {

    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final long nanosPerCall;
    private final int mostCallers;
    private final LongSupplier nanoTime;

    /** By caller until when what he has had is paid for; the one silent for longest first. */
    private final Map<String, Long> paidUntil = new LinkedHashMap<>(16, 0.75f, true);

    CallerLimit(int callsPerMinute, int mostCallers, LongSupplier nanoTime) {
        this.nanosPerCall = MINUTE_NANOS / callsPerMinute;
        this.mostCallers = mostCallers;
        this.nanoTime = nanoTime;
    }

    /** In how many seconds, at least 1, a caller may try again; empty if he is let through. */
    synchronized OptionalLong refusal(String caller) {
        long now = nanoTime.getAsLong();
        Long known = paidUntil.get(caller);
        long until = known == null || known - now < 0 ? now : known;
        long next = until + nanosPerCall;
        if (next - now > MINUTE_NANOS) {
            long wait = next - now - MINUTE_NANOS;
            return OptionalLong.of(Math.max(1, (wait + SECOND_NANOS - 1) / SECOND_NANOS));
        }
        paidUntil.put(caller, next);
        if (paidUntil.size() > mostCallers) {
            paidUntil.remove(paidUntil.keySet().iterator().next());
        }
        return OptionalLong.empty();
    }
}

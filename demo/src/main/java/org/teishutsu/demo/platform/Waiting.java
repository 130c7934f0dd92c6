package org.teishutsu.demo.platform;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, up to a limit. */
public final class Waiting {

    private static final long LOOK_AGAIN_NANOS = 50_000_000L;

    private Waiting() {}

    /** Tells whether the condition came true within the limit; an interrupt ends the waiting as false. */
    public static boolean until(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        return true;
    }

    /** Ends a process: asks, and after the limit does not ask. */
    static void end(ProcessHandle process, Duration limit) {
        process.destroy();
        if (!until(limit, () -> !process.isAlive())) {
            process.destroyForcibly();
            until(limit, () -> !process.isAlive());
        }
    }
}

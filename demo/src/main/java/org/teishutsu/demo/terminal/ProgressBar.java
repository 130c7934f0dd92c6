package org.teishutsu.demo.terminal;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;

/** One line that fills, its seconds running even while nothing else moves; in a log, a line every few seconds. */
public final class ProgressBar implements AutoCloseable {

    private static final int CELLS = 30;
    private static final long REDRAW_NANOS = 100_000_000L;
    private static final long SECONDS_RUN_MILLIS = 200;
    private static final long LOG_NANOS = 5_000_000_000L;

    private final PrintStream out;
    private final boolean redraws;
    private final String what;
    private final long total;
    private final long began = System.nanoTime();
    private final Timer timer = new Timer("progress", true);
    private long drawnAt = began;
    private long done;
    private boolean closed;

    ProgressBar(PrintStream out, boolean redraws, String what, long total) {
        this.out = out;
        this.redraws = redraws;
        this.what = what;
        this.total = Math.max(1, total);
        if (redraws) {
            timer.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            tick();
                        }
                    },
                    0,
                    SECONDS_RUN_MILLIS);
        }
    }

    private synchronized void tick() {
        if (!closed) {
            out.print("\r" + text());
        }
    }

    /** Moves to an absolute position; never back. */
    public synchronized void at(long position) {
        done = Math.max(done, Math.min(position, total));
        long now = System.nanoTime();
        if (now - drawnAt > (redraws ? REDRAW_NANOS : LOG_NANOS)) {
            drawnAt = now;
            if (redraws) {
                out.print("\r" + text());
            } else if (done < total) {
                out.println(text());
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        timer.cancel();
        out.println((redraws ? "\r" : "") + text());
    }

    private String text() {
        int filled = (int) (done * CELLS / total);
        double seconds = (System.nanoTime() - began) / 1e9;
        return String.format(
                Locale.ROOT,
                "  %-34s [%s%s] %,9d of %,d  %5.1f s",
                what,
                "#".repeat(filled),
                "-".repeat(CELLS - filled),
                done,
                total,
                seconds);
    }
}

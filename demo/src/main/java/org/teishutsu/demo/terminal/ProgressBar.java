package org.teishutsu.demo.terminal;

import java.io.PrintStream;
import java.util.Locale;

/** One line that fills; in a log, a line for every quarter. */
public final class ProgressBar implements AutoCloseable {

    private static final int CELLS = 30;
    private static final int LOG_STEPS = 4;
    private static final long REDRAW_NANOS = 100_000_000L;

    private final PrintStream out;
    private final boolean redraws;
    private final String what;
    private final long total;
    private final long began = System.nanoTime();
    private long drawnAt;
    private long done;
    private long logged;

    ProgressBar(PrintStream out, boolean redraws, String what, long total) {
        this.out = out;
        this.redraws = redraws;
        this.what = what;
        this.total = Math.max(1, total);
    }

    /** Moves to an absolute position; never back. */
    public synchronized void at(long position) {
        done = Math.max(done, Math.min(position, total));
        long now = System.nanoTime();
        if (redraws && now - drawnAt > REDRAW_NANOS) {
            drawnAt = now;
            out.print("\r" + text());
        } else if (!redraws && done * LOG_STEPS / total > logged && done < total) {
            logged = done * LOG_STEPS / total;
            out.println(text());
        }
    }

    @Override
    public synchronized void close() {
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

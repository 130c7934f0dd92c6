package org.teishutsu.report.notify;

import org.jspecify.annotations.Nullable;

/** There are no figures now; the message says why, in words a filing's waiting note can show. */
public final class FiguresUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean down;

    private FiguresUnavailableException(String reason, @Nullable Throwable cause, boolean down) {
        super(reason, cause);
        this.down = down;
    }

    /** notify-service answered, and has none for this question. */
    static FiguresUnavailableException refused(String reason, @Nullable Throwable cause) {
        return new FiguresUnavailableException(reason, cause, false);
    }

    /** notify-service is down: another question would fare no better. */
    static FiguresUnavailableException down(String reason, @Nullable Throwable cause) {
        return new FiguresUnavailableException(reason, cause, true);
    }

    public boolean isDown() {
        return down;
    }
}

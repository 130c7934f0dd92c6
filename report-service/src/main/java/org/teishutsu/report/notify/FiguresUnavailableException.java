package org.teishutsu.report.notify;

/** There are no figures now; the message says why, in words a filing's waiting note can show. */
public final class FiguresUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    FiguresUnavailableException(String reason, Throwable cause) {
        super(reason, cause);
    }

    FiguresUnavailableException(String reason) {
        super(reason);
    }
}

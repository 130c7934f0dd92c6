package org.teishutsu.report.restriction;

/** A callback that may not be called, and why; it is tried again, since names and settings change. */
final class RefusedTargetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedTargetException(String why) {
        super(why);
    }
}

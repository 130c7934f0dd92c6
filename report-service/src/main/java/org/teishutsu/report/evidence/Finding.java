package org.teishutsu.report.evidence;

import java.util.UUID;

/** One file that is not as it was when it came in. */
record Finding(UUID evidence, int version, String title, Kind kind) {

    /** What is wrong with it. */
    enum Kind {
        /** Other bytes lie in its place. */
        ALTERED,
        /** Nothing lies in its place. */
        MISSING,
        /** The disk does not give it out. */
        UNREADABLE
    }
}

package org.teishutsu.notify.intake;

import org.jspecify.annotations.Nullable;

/** The name a file had with whoever sent it: a remark for people, never a path. */
final class FileName {

    private static final int LONGEST = 200;

    private FileName() {}

    static @Nullable String of(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
        return last.length() <= LONGEST ? last : last.substring(0, LONGEST);
    }
}

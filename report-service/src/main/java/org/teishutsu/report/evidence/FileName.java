package org.teishutsu.report.evidence;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;

/** The name a file had with whoever sent it: shown to people and given back on download, never a path of this service. */
record FileName(String value) {
    private static final int LONGEST = 200;

    /** Separators of paths; control, format (marks that turn the reading direction) and line-separating characters. */
    private static final Pattern FORBIDDEN = Pattern.compile("[/\\\\\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    static FileName of(@Nullable String given) {
        if (given == null || given.isBlank()) {
            throw ProblemException.invalid("name", "must be given: the name of the file, with its ending");
        }
        if (given.length() > LONGEST) {
            throw ProblemException.invalid("name", "must not be longer than " + LONGEST + " characters");
        }
        if (FORBIDDEN.matcher(given).find()) {
            throw ProblemException.invalid(
                    "name", "must be a plain file name: no path, no control characters, no invisible marks");
        }
        if (given.startsWith(".") || given.endsWith(".") || !given.equals(given.strip())) {
            throw ProblemException.invalid("name", "must not begin or end with a dot or a space");
        }
        return new FileName(given);
    }
}

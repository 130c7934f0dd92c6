package org.teishutsu.notify.intake;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts how the lines of a file end. */
final class LineEnds {

    /** As written. */
    enum Kind {
        CRLF,
        LF,
        CR
    }

    private final Map<Kind, Long> seen = new EnumMap<>(Kind.class);

    void count(Kind kind) {
        seen.merge(kind, 1L, Long::sum);
    }

    /** The most frequent first. */
    List<Kind> kinds() {
        return seen.entrySet().stream()
                .sorted(Map.Entry.<Kind, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }
}

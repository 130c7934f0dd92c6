package org.teishutsu.demo.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import org.teishutsu.common.time.Jst;

/** One line of the play: when, who, what. */
record Step(JsonNode line) {

    /** When it happens; the play is written in Japanese time. */
    Instant at() {
        return LocalDateTime.parse(text("at")).atZone(Jst.ZONE).toInstant();
    }

    String text(String field) {
        JsonNode value = line.path(field);
        if (!value.isValueNode()) {
            throw new IllegalStateException("a line of the play has no " + field + ": " + line);
        }
        return value.asText();
    }

    boolean has(String field) {
        return line.has(field);
    }

    JsonNode node(String field) {
        return line.path(field);
    }
}

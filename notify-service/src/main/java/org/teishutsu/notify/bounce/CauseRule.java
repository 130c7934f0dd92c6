package org.teishutsu.notify.bounce;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;

/** What words of a mail system mean that gives no status, or one that says nothing. */
record CauseRule(String name, Pattern text, Cause cause) {

    @JsonCreator
    static CauseRule of(
            @JsonProperty(value = "name", required = true) String name,
            @JsonProperty(value = "text", required = true) String text,
            @JsonProperty(value = "cause", required = true) Cause cause) {
        return new CauseRule(
                name,
                Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE),
                cause);
    }
}

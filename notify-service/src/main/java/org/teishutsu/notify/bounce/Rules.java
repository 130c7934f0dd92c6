package org.teishutsu.notify.bounce;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * How messages without a part for machines are told apart: data, so that a new sort of message needs no new code.
 *
 * @param version goes up with every change; recorded with the name of the rule that told what a message is
 * @param rules in their order: the first that matches counts
 * @param causes likewise
 */
record Rules(
        @JsonProperty(required = true) int version,
        @JsonProperty(required = true) List<Rule> rules,
        @JsonProperty(required = true) List<CauseRule> causes) {

    private static final String RESOURCE = "/bounce/rules.json";

    Rules {
        rules = List.copyOf(rules);
        causes = List.copyOf(causes);
    }

    /** Those that come with the service. */
    static Rules load() {
        try (InputStream in = Rules.class.getResourceAsStream(RESOURCE)) {
            return new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(in, Rules.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Rule> first(ReceivedMail mail) {
        return rules.stream().filter(rule -> rule.matches(mail)).findFirst();
    }

    Optional<CauseRule> cause(String words) {
        return causes.stream().filter(rule -> rule.text().matcher(words).find()).findFirst();
    }
}

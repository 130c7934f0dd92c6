package org.teishutsu.demo.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the play's <code>${names}</code> stand for: numbers of the case, ids the services gave. */
final class Bindings {

    private static final Pattern NAME = Pattern.compile("\\$\\{(\\w+)}");

    private final Map<String, JsonNode> values = new HashMap<>();

    void bind(String name, JsonNode value) {
        values.put(name, value);
    }

    String text(String name) {
        return value(name).asText();
    }

    /** The text with every name replaced. */
    String fill(String text) {
        return NAME.matcher(text).replaceAll(found -> Matcher.quoteReplacement(text(found.group(1))));
    }

    /** The body with every name replaced; a text that is one name becomes its value, a number included. */
    JsonNode fill(JsonNode body) {
        if (body.isTextual()) {
            Matcher whole = NAME.matcher(body.asText());
            return whole.matches() ? value(whole.group(1)) : JsonNodeFactory.instance.textNode(fill(body.asText()));
        }
        if (body.isObject()) {
            ObjectNode filled = JsonNodeFactory.instance.objectNode();
            body.properties().forEach(field -> filled.set(field.getKey(), fill(field.getValue())));
            return filled;
        }
        if (body.isArray()) {
            ArrayNode filled = JsonNodeFactory.instance.arrayNode();
            body.forEach(element -> filled.add(fill(element)));
            return filled;
        }
        return body;
    }

    private JsonNode value(String name) {
        JsonNode value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("the play uses ${" + name + "} before it is known");
        }
        return value;
    }
}

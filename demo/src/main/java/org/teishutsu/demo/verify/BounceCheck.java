package org.teishutsu.demo.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.teishutsu.demo.play.Api;

/** What came back, as it lies in {@code run/bounces}, against what the service made of it. */
final class BounceCheck {

    private static final Pattern RECIPIENT = Pattern.compile("(?m)^Final-Recipient: rfc822; (.+?)\\s*$");
    private static final Pattern DELIVERY = Pattern.compile("(?m)^To: <bounce\\+([0-9a-f-]{36})\\.");

    private final Set<String> bounced = new HashSet<>();
    private final Map<String, Long> otherwise = new TreeMap<>();

    /** Reads each message and asks for its delivery, which only a failure may have moved. */
    BounceCheck(Map<Path, JsonNode> cameBack, Api officer) throws IOException {
        for (Map.Entry<Path, JsonNode> one : cameBack.entrySet()) {
            String message = Files.readString(one.getKey(), StandardCharsets.ISO_8859_1);
            boolean failed = message.contains("\nAction: failed");
            boolean strange = message.contains("Subject: Code 17");
            Matcher delivery = DELIVERY.matcher(message);
            String state = delivery.find()
                    ? officer.get("/deliveries/" + delivery.group(1))
                            .path("state")
                            .asText()
                    : "without a delivery";
            count(failed ? "BOUNCED" : "SENT", state);
            count(
                    strange ? "NEEDS_A_LOOK" : "SETTLED",
                    one.getValue().path("state").asText());
            Matcher recipient = RECIPIENT.matcher(message);
            if (failed && recipient.find()) {
                // On its way an old address of a mobile carrier stands in quotes ("a..b."@docomo.example), in a list it
                // does not.
                bounced.add(recipient.group(1).replace("\"", ""));
            }
        }
    }

    private void count(String expected, String found) {
        if (!expected.equals(found)) {
            otherwise.merge("expected " + expected + ", found " + found, 1L, Long::sum);
        }
    }

    /** The addresses at which messages failed. */
    Set<String> bounced() {
        return Set.copyOf(bounced);
    }

    /** What the service took for something else than it is, and how often; empty when all is well. */
    Map<String, Long> otherwise() {
        return new TreeMap<>(otherwise);
    }
}

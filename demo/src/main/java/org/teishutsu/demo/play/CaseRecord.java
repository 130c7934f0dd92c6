package org.teishutsu.demo.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came out of the play, for the checks and the summary. */
public final class CaseRecord {

    /**
     * A filing as it was submitted.
     *
     * @param name of its files in the folder of filings
     * @param view of the filing after submission
     * @param checks of the filing, as they stood when it was submitted
     * @param content its frozen content
     */
    public record Filed(String name, JsonNode view, JsonNode checks, JsonNode content) {}

    /** A call that had to be refused, and what was answered. */
    public record Refusal(String what, int expected, String expectedType, int status, String type) {}

    private final Map<String, JsonNode> imports = new LinkedHashMap<>();
    private final Map<String, String> rejections = new LinkedHashMap<>();
    private final Map<String, JsonNode> combinations = new LinkedHashMap<>();
    private final List<Filed> filings = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<String, Duration> timings = new LinkedHashMap<>();
    private final List<JsonNode> batches = new ArrayList<>();
    private final List<Returned> returns = new ArrayList<>();
    private final Map<Path, JsonNode> cameBack = new LinkedHashMap<>();
    private @Nullable JsonNode campaign;
    private @Nullable JsonNode progress;

    /** Letters that came back: when that was recorded, why, and how many. */
    public record Returned(Instant at, String reason, int letters) {}

    void printed(JsonNode batch) {
        batches.add(batch);
    }

    void returned(Returned letters) {
        returns.add(letters);
    }

    /** Batches of letters as they were printed. */
    public List<JsonNode> batches() {
        return List.copyOf(batches);
    }

    /** In the order in which they came back. */
    public List<Returned> returns() {
        return List.copyOf(returns);
    }

    void imported(String incident, JsonNode view, String rejectionsCsv, JsonNode combinationTable) {
        imports.put(incident, view);
        rejections.put(incident, rejectionsCsv);
        combinations.put(incident, combinationTable);
    }

    void campaign(JsonNode view, JsonNode lastProgress) {
        this.campaign = view;
        this.progress = lastProgress;
    }

    void filed(Filed filing) {
        filings.add(filing);
    }

    void cameBack(Path message, JsonNode taken) {
        cameBack.put(message, taken);
    }

    void refusal(Refusal refusal) {
        refusals.add(refusal);
    }

    void took(String what, Duration duration) {
        timings.merge(what, duration, Duration::plus);
    }

    /** Import views by incident, as applied. */
    public Map<String, JsonNode> imports() {
        return Map.copyOf(imports);
    }

    /** The rejected rows by incident, as CSV. */
    public Map<String, String> rejections() {
        return Map.copyOf(rejections);
    }

    /** The combination table by incident. */
    public Map<String, JsonNode> combinations() {
        return Map.copyOf(combinations);
    }

    public List<Filed> filings() {
        return List.copyOf(filings);
    }

    /** The messages that came back, each as a file and as the service took it. */
    public Map<Path, JsonNode> cameBack() {
        return new LinkedHashMap<>(cameBack);
    }

    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /** How long each part took, in the order of the play. */
    public Map<String, Duration> timings() {
        return new LinkedHashMap<>(timings);
    }

    /** The campaign at its last look. */
    public JsonNode campaign() {
        return known(campaign);
    }

    /** The campaign's progress at its last look. */
    public JsonNode progress() {
        return known(progress);
    }

    private static JsonNode known(@Nullable JsonNode node) {
        if (node == null) {
            throw new IllegalStateException("the campaign has not been played");
        }
        return node;
    }
}

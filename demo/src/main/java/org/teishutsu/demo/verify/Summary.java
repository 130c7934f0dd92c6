package org.teishutsu.demo.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.teishutsu.demo.play.Api;
import org.teishutsu.demo.play.CaseRecord;
import org.teishutsu.demo.terminal.Screen;

/** What is left of a played case for people and programs: {@code run/summary.json} and the closing table. */
public final class Summary {

    private static final String NOTE =
            "Synthetic people; the split of the totals into combinations is made up and sums to the published totals.";

    private final CaseRecord record;
    private final List<Expectation> expectations;
    private final Map<String, String> labels;

    public Summary(CaseRecord record, List<Expectation> expectations, Map<String, String> labels) {
        this.record = record;
        this.expectations = List.copyOf(expectations);
        this.labels = labels;
    }

    /** Whether every expectation held. */
    public boolean held() {
        return expectations.stream().allMatch(Expectation::held);
    }

    public void write(Path file) throws IOException {
        ObjectNode root = Api.JSON.createObjectNode();
        root.put("mode", "DEMO").put("note", NOTE).put("held", held());
        ObjectNode incidents = root.putObject("incidents");
        for (JsonNode incident : lastFigures().path("incidents")) {
            incidents.set(incident.path("incident").asText(), incident);
        }
        root.set("union", lastFigures().path("union"));
        ObjectNode imports = root.putObject("imports");
        record.imports().forEach(imports::set);
        root.set("campaign", record.campaign());
        root.set("messages", record.progress().path("deliveries"));
        for (CaseRecord.Filed filing : record.filings()) {
            root.withArray("filings").add(filing(filing));
        }
        ObjectNode seconds = root.putObject("seconds");
        record.timings().forEach((what, took) -> seconds.put(what, took.toMillis() / 1e3));
        root.put("messagesPerSecond", Math.round(messagesPerSecond()));
        ObjectNode items = root.putObject("leakItems");
        labels.forEach(items::put);
        expectations.forEach(expectation -> root.withArray("expectations").addPOJO(expectation));
        Api.JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    /** The closing table. */
    public void print(Screen screen) {
        screen.heading("Exposures (件) and recipients (人)");
        List<List<String>> incidents = new ArrayList<>(List.of(List.of("incident", "exposures", "combinations")));
        for (JsonNode incident : lastFigures().path("incidents")) {
            incidents.add(List.of(
                    incident.path("incident").asText(),
                    number(incident.path("exposures").asLong()),
                    number(incident.path("combinations").size())));
        }
        screen.table(incidents);
        JsonNode union = lastFigures().path("union");
        screen.line("recipients " + number(union.path("recipients").asLong()) + ", of them in both "
                + number(union.path("inSeveralIncidents").asLong()));
        screen.heading("Messages");
        record.progress()
                .path("deliveries")
                .properties()
                .forEach(channel -> channel.getValue().properties().forEach(state -> {
                    if (state.getValue().asLong() > 0) {
                        screen.line(channel.getKey() + " " + state.getKey() + " "
                                + number(state.getValue().asLong()));
                    }
                }));
        screen.line(String.format(Locale.ROOT, "%,d messages a second", Math.round(messagesPerSecond())));
        printFilings(screen);
        printSeconds(screen);
        printExpectations(screen);
    }

    private void printFilings(Screen screen) {
        screen.heading("Filings");
        List<List<String>> rows = new ArrayList<>(List.of(List.of("filing", "due", "kept to", "submitted", "state")));
        for (CaseRecord.Filed filing : record.filings()) {
            ObjectNode row = filing(filing);
            rows.add(List.of(
                    filing.name(),
                    row.path("nominal").asText(),
                    row.path("safe").asText(),
                    row.path("submitted").asText(),
                    row.path("state").asText()));
        }
        screen.table(rows);
    }

    private void printSeconds(Screen screen) {
        screen.heading("Seconds");
        List<List<String>> rows = new ArrayList<>();
        record.timings()
                .forEach((what, took) -> rows.add(List.of(what, String.format(Locale.ROOT, "%.1f", seconds(took)))));
        screen.table(rows);
    }

    private void printExpectations(Screen screen) {
        long held = expectations.stream().filter(Expectation::held).count();
        screen.heading(held + " of " + expectations.size() + " expectations held");
        expectations.stream()
                .filter(expectation -> !expectation.held())
                .forEach(expectation -> screen.line("FAILED " + expectation.name() + ": " + expectation.detail()));
    }

    private ObjectNode filing(CaseRecord.Filed filing) {
        JsonNode view = filing.view();
        ObjectNode row = Api.JSON.createObjectNode();
        row.put("name", filing.name());
        for (String field : List.of("id", "kind", "number", "state", "asOf", "nominal", "safe", "digest")) {
            row.set(field, view.path(field));
        }
        return row.put("submitted", view.path("submission").path("receivedAt").asText());
    }

    private double messagesPerSecond() {
        long sent =
                record.progress().path("deliveries").path("EMAIL").path("SENT").asLong();
        return sent / Math.max(0.001, seconds(record.timings().getOrDefault("send", Duration.ZERO)));
    }

    /** The figures of the last filing. */
    private JsonNode lastFigures() {
        List<CaseRecord.Filed> filings = record.filings();
        return filings.isEmpty()
                ? MissingNode.getInstance()
                : filings.get(filings.size() - 1).content().path("figures");
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}

package org.teishutsu.demo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.teishutsu.demo.platform.Trouble;
import org.teishutsu.demo.play.Api;
import org.teishutsu.demo.play.Callers;

/** This suite's side: the packaged services, over REST, as an officer and an approver call them. */
final class SuiteSide {

    private static final String INCIDENT = "2016-attack";
    private static final String FORGET_LISTS = "truncate import, recipient restart identity cascade";

    private final Callers callers;
    private final Database database;

    SuiteSide(Callers callers, Database database) {
        this.callers = callers;
        this.database = database;
    }

    /**
     * One list, from its first byte to the ledger.
     *
     * @param staging upload until the answer with the report, and its rejected rows fetched
     * @param applying the second person's release until its answer
     */
    record Taken(Duration staging, Duration applying, JsonNode applied) {

        Duration whole() {
            return staging.plus(applying);
        }
    }

    /** The order's incident, which report-service owns. */
    void makeIncident() throws IOException {
        try (InputStream body = SuiteSide.class.getResourceAsStream("/case-2017.json")) {
            for (JsonNode step : Api.JSON.readTree(body).path("steps")) {
                JsonNode content = step.path("body");
                if (step.path("call").asText().equals("POST report /incidents")
                        && content.path("code").asText().equals(INCIDENT)) {
                    callers.report("officer").post("/incidents", content);
                    return;
                }
            }
        }
        throw new Trouble("the case has no incident " + INCIDENT);
    }

    /** An empty ledger; not timed. */
    void begin() {
        database.execute("notify", FORGET_LISTS);
    }

    Taken takeIn(Path list) {
        long began = System.nanoTime();
        JsonNode staged = callers.notify("officer")
                .postFile(
                        "/incidents/" + INCIDENT + "/imports?name=" + list.getFileName(), type(list), () -> open(list));
        String path = "/imports/" + staged.path("id").asText();
        callers.notify("officer").bytes(path + "/rejections.csv");
        long there = System.nanoTime();
        ObjectNode digest = JsonNodeFactory.instance
                .objectNode()
                .put("digest", staged.path("digest").asText());
        JsonNode applied = callers.notify("approver").post(path + "/application", digest);
        long done = System.nanoTime();
        return new Taken(Duration.ofNanos(there - began), Duration.ofNanos(done - there), applied);
    }

    long exposures() {
        return database.number("notify", "select count(*) from exposure where withdrawn_at is null");
    }

    private static String type(Path list) {
        return list.toString().endsWith(".xlsx")
                ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                : "text/csv";
    }

    private static InputStream open(Path list) {
        try {
            return Files.newInputStream(list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

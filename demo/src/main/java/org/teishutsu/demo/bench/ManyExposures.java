package org.teishutsu.demo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.teishutsu.demo.bench.ProcessTime.Used;
import org.teishutsu.demo.input.LongList;
import org.teishutsu.demo.platform.RunFolder;
import org.teishutsu.demo.platform.Trouble;
import org.teishutsu.demo.play.Api;
import org.teishutsu.demo.play.Callers;

/**
 * The initial report of an order about one incident with a given number of exposures and nobody told yet: what of its
 * making grows with them.
 */
public final class ManyExposures {
    private static final String ORDER_RECEIVED = "2017-07-28T17:00:00+09:00";
    private static final String AFTER_AS_OF = "2017-08-10T09:00:00+09:00";

    /** Blocks of people a list has; a list this long is taken in within the limit of a call. */
    private static final int BLOCKS_A_LIST = 8;

    private final Callers callers;
    private final RunFolder run;
    private final Path folder;
    private final SuiteSide suite;

    public ManyExposures(Callers callers, RunFolder run, Path folder) throws IOException {
        this.callers = callers;
        this.run = run;
        this.folder = folder;
        this.suite = new SuiteSide(callers, Database.of(run));
    }

    /**
     * What was found of one size.
     *
     * @param whole draft, checks and PDF
     * @param figures one answer of notify-service with the figures that the draft is made of; the whole asks twice
     */
    record Found(long exposures, List<Used> whole, List<Duration> figures) {}

    /** Enters the case, takes the lists in, and measures. */
    public Found measure(int exposures, int rounds) throws IOException {
        suite.makeIncident();
        enter();
        takeIn(exposures);
        clock(AFTER_AS_OF);
        Api officer = callers.report("officer");
        JsonNode filing = officer.get("/filings").path("items").path(0);
        if (filing.isMissingNode()) {
            throw new Trouble("no draft was made");
        }
        String path = "/filings/" + filing.path("id").asText();
        ProcessTime service = ProcessTime.of(run, "report-service");
        List<Used> whole = new ArrayList<>();
        List<Duration> figures = new ArrayList<>();
        whole(officer, path); // warm
        for (int i = 0; i < rounds; i++) {
            whole.add(service.during(() -> whole(officer, path)));
            long began = System.nanoTime();
            callers.notify("service")
                    .get("/figures?incident=2016-attack&asOf="
                            + filing.path("asOf").asText());
            figures.add(Duration.ofNanos(System.nanoTime() - began));
        }
        JsonNode waiting = officer.get(path).path("waiting");
        if (waiting.isTextual()) {
            throw new Trouble("the draft has no figures: " + waiting.asText());
        }
        return new Found(suite.exposures(), whole, figures);
    }

    /** Writes the draft, checks it, prints it. */
    public static void whole(Api officer, String path) {
        officer.post(path + "/refresh", MissingNode.getInstance());
        officer.get(path + "/checks");
        officer.bytes(path + "/document.pdf");
    }

    private void enter() throws IOException {
        clock(ORDER_RECEIVED);
        try (InputStream script = ManyExposures.class.getResourceAsStream("/case-2017.json")) {
            for (JsonNode step : Api.JSON.readTree(script).path("steps")) {
                String call = step.path("call").asText();
                if (call.equals("PUT report /firm")) {
                    callers.report("officer").put("/firm", step.path("body"));
                } else if (call.equals("POST report /orders")) {
                    ObjectNode order = step.path("body").deepCopy();
                    order.putArray("incidents").add("2016-attack");
                    callers.report("officer").post("/orders", order);
                }
            }
        }
    }

    private void takeIn(int exposures) throws IOException {
        int list = BLOCKS_A_LIST * LongList.BLOCK;
        for (int from = 0; from < exposures; from += list) {
            Path file = folder.resolve("list-" + from + ".csv");
            new LongList(Math.min(list, exposures - from), from / LongList.BLOCK).writeCsv(file);
            suite.takeIn(file);
            Files.delete(file);
        }
    }

    private void clock(String instant) {
        callers.report("officer")
                .put("/drill/clock", JsonNodeFactory.instance.objectNode().put("instant", instant));
    }
}

package org.teishutsu.demo.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.teishutsu.demo.input.CaseSize;
import org.teishutsu.demo.platform.RunFolder;
import org.teishutsu.demo.terminal.Screen;

/** The whole case, line by line of the play, the clock of the drill set to each line's time first. */
public final class CasePlay {

    private static final int ESTIMATE_2017 = 2_500;
    private static final int ESTIMATE_2016 = 110_000;

    private final Callers callers;
    private final Screen screen;
    private final CaseRecord record = new CaseRecord();
    private final Bindings bindings = new Bindings();
    private final ImportPart imports;
    private final CampaignPart campaign;
    private final LetterPart letters;
    private final BouncePart bounces;
    private final FilingPart filings;
    private final RefusalPart refusals;

    public CasePlay(Callers callers, RunFolder run, CaseSize size, Screen screen) {
        this.callers = callers;
        this.screen = screen;
        this.imports = new ImportPart(callers, run, record, screen);
        this.campaign = new CampaignPart(callers, run, record, screen);
        this.letters = new LetterPart(callers, record, screen);
        this.bounces = new BouncePart(callers, run, record, screen);
        this.filings = new FilingPart(callers, run, record, bindings);
        this.refusals = new RefusalPart(callers, record, bindings);
        bindings.bind("records2017", IntNode.valueOf(size.attack2017()));
        bindings.bind("records2016", IntNode.valueOf(size.attack2016()));
        bindings.bind("estimate2017", IntNode.valueOf(Math.max(1, ESTIMATE_2017 / size.divisor())));
        bindings.bind("estimate2016", IntNode.valueOf(Math.max(1, ESTIMATE_2016 / size.divisor())));
    }

    /** Plays everything. */
    public CaseRecord play() throws IOException {
        for (Step step : steps()) {
            if (step.has("say")) {
                screen.line(step.text("at").substring(0, 10) + "  " + step.text("say"));
            }
            setClock(callers, step.at());
            play(step);
        }
        return record;
    }

    /** Sets the clock both services follow. */
    static void setClock(Callers callers, Instant instant) {
        callers.report("officer")
                .put("/drill/clock", JsonNodeFactory.instance.objectNode().put("instant", instant.toString()));
    }

    private void play(Step step) throws IOException {
        if (step.has("call")) {
            call(step);
            return;
        }
        switch (step.text("do")) {
            case "REFUSALS" -> refusals.playReporting();
            case "IMPORT" -> imports.play(step);
            case "CAMPAIGN" -> campaign.play(step);
            case "PRINT" -> letters.print(step);
            case "POST" -> letters.post(step);
            case "RETURNS" -> letters.comeBack(step);
            case "BOUNCES" -> bounces.play(step);
            case "PREPARE" -> filings.prepare(step);
            case "RELEASE" -> filings.release(step);
            case "SUBMIT" -> filings.submit(step);
            default -> throw new IllegalStateException("the play has no " + step.text("do"));
        }
    }

    /** {@code POST report /incidents}: a call, perhaps kept under a name, perhaps approved by a second person. */
    private void call(Step step) {
        List<String> words = List.of(step.text("call").split(" ", 3));
        Api api = callers.at(words.get(1), step.text("user"));
        String path = bindings.fill(words.get(2));
        JsonNode body = bindings.fill(step.node("body"));
        JsonNode view = words.get(0).equals("PUT") ? api.put(path, body) : api.post(path, body);
        if (step.has("keep")) {
            bindings.bind(step.text("keep"), view.path("id"));
        }
        if (step.has("evidence")) {
            prove(step, body.path("stage").asText(), api);
        }
        if (step.has("approve")) {
            callers.at(words.get(1), step.text("approve"))
                    .post(path + "/" + view.path("id").asText() + "/approval", MissingNode.getInstance());
        }
    }

    /** A stage of a measure that is done comes with a file that shows it; what stands in it is made up. */
    private void prove(Step step, String stage, Api officer) {
        String measure = bindings.fill(step.text("call").replaceAll(".*(\\$\\{\\w+}).*", "$1"));
        String title = step.text("evidence");
        String text = "合成データ（訓練用）\n" + title + "\n" + step.text("at") + "\n";
        officer.postFile(
                "/evidence?about=MEASURE&id=" + measure + "&stage=" + stage + "&title=" + encoded(title) + "&name="
                        + encoded(title + ".txt"),
                "text/plain",
                () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<Step> steps() throws IOException {
        try (InputStream play = CasePlay.class.getResourceAsStream("/case-2017.json")) {
            List<Step> steps = new ArrayList<>();
            Api.JSON.readTree(play).path("steps").forEach(line -> steps.add(new Step(line)));
            return steps;
        }
    }
}

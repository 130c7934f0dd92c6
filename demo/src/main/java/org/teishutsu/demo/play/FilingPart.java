package org.teishutsu.demo.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.teishutsu.demo.platform.RunFolder;
import org.teishutsu.demo.platform.Trouble;

/** A filing from its draft over approval and release to submission, each by whom it is for. */
final class FilingPart {

    private final Callers callers;
    private final RunFolder run;
    private final CaseRecord record;
    private final Bindings bindings;

    FilingPart(Callers callers, RunFolder run, CaseRecord record, Bindings bindings) {
        this.callers = callers;
        this.run = run;
        this.record = record;
        this.bindings = bindings;
    }

    /** The daily tick made the draft when the clock passed its as-of instant; here it is looked at and approved. */
    void prepare(Step step) {
        long began = System.nanoTime();
        Api officer = callers.report(step.text("user"));
        String day = step.text("at").substring(0, 10);
        JsonNode made = officer.post(
                "/filing-runs", JsonNodeFactory.instance.objectNode().put("date", day));
        if (made.path("waiting").size() > 0) {
            throw new Trouble("the filing waits: " + made.path("waiting"));
        }
        String path = path(step, officer);
        officer.post(path + "/refresh", MissingNode.getInstance());
        step.node("remarks")
                .properties()
                .forEach(words -> write(
                        path + "/sections/" + words.getKey(), words.getValue().asText(), officer));
        JsonNode draft = officer.get(path);
        Api.Answer early =
                callers.report("representative").attempt("POST", path + "/release", release(draft, day, "-"));
        record.refusal(RefusalPart.refusal("a draft is released", 409, "illegal-transition", early));
        officer.post(path + "/review", MissingNode.getInstance());
        Api.Answer own = officer.attempt("POST", path + "/approval", ImportPart.digest(officer.get(path)));
        record.refusal(RefusalPart.refusal("an officer approves a filing", 403, "forbidden", own));
        callers.report(step.text("approver")).post(path + "/approval", ImportPart.digest(officer.get(path)));
        record.took("filings", Duration.ofNanos(System.nanoTime() - began));
    }

    /** Adds the firm's own words to what was drafted for a section. */
    private static void write(String section, String words, Api officer) {
        String drafted = officer.get(section).path("text").asText();
        officer.put(section, JsonNodeFactory.instance.objectNode().put("text", drafted + "\n\n■ 補足\n" + words));
    }

    void release(Step step) throws IOException {
        long began = System.nanoTime();
        Api representative = callers.report(step.text("user"));
        String path = path(step, representative);
        JsonNode approved = representative.get(path);
        representative.post(path + "/release", release(approved, step.text("boardDate"), step.text("boardResolution")));
        keep(path, name(step), representative);
        record.took("filings", Duration.ofNanos(System.nanoTime() - began));
    }

    void submit(Step step) {
        Api officer = callers.report(step.text("user"));
        String path = path(step, officer);
        ObjectNode receipt = JsonNodeFactory.instance.objectNode();
        receipt.put("channel", step.text("channel"));
        receipt.put("receiptNumber", step.text("receiptNumber"));
        receipt.put("receivedAt", step.at().toString());
        JsonNode view = officer.post(path + "/submission", receipt);
        record.filed(new CaseRecord.Filed(
                name(step), view, officer.get(path + "/checks"), officer.get(path + "/document.json")));
    }

    private void keep(String path, String name, Api reader) throws IOException {
        Path folder = Files.createDirectories(run.filings());
        Files.write(folder.resolve(name + ".pdf"), reader.bytes(path + "/document.pdf?rendering=SUBMISSION"));
        Files.write(folder.resolve(name + "-firm-copy.pdf"), reader.bytes(path + "/document.pdf?rendering=FIRM_COPY"));
        Files.write(folder.resolve(name + ".json"), reader.bytes(path + "/document.json"));
    }

    private String path(Step step, Api reader) {
        JsonNode filings =
                reader.get("/filings?order=" + bindings.text("order")).path("items");
        for (JsonNode filing : filings) {
            boolean kind = filing.path("kind").asText().equals(step.text("filing"));
            boolean number = step.text("filing").equals("INITIAL")
                    || filing.path("number").asText().equals(step.text("number"));
            if (kind && number) {
                return "/filings/" + filing.path("id").asText();
            }
        }
        throw new Trouble(
                "there is no filing " + step.text("filing") + " " + step.text("number") + " by " + step.text("at"));
    }

    private static ObjectNode release(JsonNode view, String boardDate, String resolution) {
        return ImportPart.digest(view).put("boardDate", boardDate).put("boardResolution", resolution);
    }

    private static String name(Step step) {
        return step.text("filing").equals("INITIAL")
                ? "0-initial"
                : String.format(Locale.ROOT, "%s-progress", step.text("number"));
    }
}

package org.teishutsu.demo.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.teishutsu.common.time.Jst;
import org.teishutsu.demo.terminal.Screen;

/** Writes to those who cannot be told by mail: batches are printed and posted, and some letters come back. */
final class LetterPart {

    private final Callers callers;
    private final CaseRecord record;
    private final Screen screen;

    LetterPart(Callers callers, CaseRecord record, Screen screen) {
        this.callers = callers;
        this.record = record;
        this.screen = screen;
    }

    void print(Step step) {
        Api officer = callers.notify(step.text("user"));
        ObjectNode wanted = JsonNodeFactory.instance
                .objectNode()
                .put("campaign", record.campaign().path("id").asText());
        long began = System.nanoTime();
        JsonNode made = officer.post("/letter-batches", wanted);
        while (made.path("batch").isTextual()) {
            record.printed(officer.get("/letter-batches/" + made.path("batch").asText()));
            made = officer.post("/letter-batches", wanted);
        }
        record.took("letters", Duration.ofNanos(System.nanoTime() - began));
        screen.line("letters in run/letters: " + record.batches().size() + " batches");
        Api.Answer auditor = callers.notify("auditor").attempt("POST", "/letter-batches", wanted);
        record.refusal(RefusalPart.refusal("an auditor prints letters", 403, "forbidden", auditor));
    }

    void post(Step step) {
        Api officer = callers.notify(step.text("user"));
        for (JsonNode batch : record.batches()) {
            String path = "/letter-batches/" + batch.path("id").asText() + "/posted";
            ObjectNode day = JsonNodeFactory.instance
                    .objectNode()
                    .put("on", Jst.date(step.at()).toString());
            officer.post(path, day);
            Api.Answer twice = officer.attempt("POST", path, day);
            record.refusal(RefusalPart.refusal("a batch is posted twice", 409, "illegal-transition", twice));
        }
        look(officer);
    }

    private void look(Api officer) {
        String path = "/campaigns/" + record.campaign().path("id").asText();
        record.campaign(officer.get(path), officer.get(path + "/progress"));
    }

    /** Every so many of each batch, by what stands in its manifest; handed in as the post's list. */
    void comeBack(Step step) {
        Api officer = callers.notify(step.text("user"));
        int every = step.node("every").asInt();
        int from = step.node("from").asInt();
        List<String> rows = new ArrayList<>();
        for (JsonNode batch : record.batches()) {
            byte[] manifest =
                    officer.bytes("/letter-batches/" + batch.path("id").asText() + "/manifest.csv");
            new String(manifest, StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> List.of(line.split(",", -1)))
                    .filter(cells -> Integer.parseInt(cells.get(0)) % every == from)
                    .forEach(cells -> rows.add(cells.get(4) + "," + step.text("reason")));
        }
        String list = "お問い合わせ番号,理由\n" + String.join("\n", rows) + "\n";
        JsonNode recorded = officer.postCsv(
                "/letters/returns?on=" + Jst.date(step.at()),
                () -> new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)));
        record.returned(new CaseRecord.Returned(
                step.at(), step.text("reason"), recorded.path("recorded").asInt()));
        look(officer);
    }
}

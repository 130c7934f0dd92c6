package org.teishutsu.demo.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.teishutsu.demo.platform.RunFolder;
import org.teishutsu.demo.platform.Trouble;
import org.teishutsu.demo.terminal.ProgressBar;
import org.teishutsu.demo.terminal.Screen;

/** Tells everybody by mail who can be told so: the standing text, approved by a second person, sent to the end. */
final class CampaignPart {

    private static final long LOOK_NANOS = Duration.ofMillis(300).toNanos();
    private static final Duration STILL = Duration.ofSeconds(3);
    private static final Duration FORWARD = Duration.ofMinutes(15);
    private static final int MOST_FORWARDS = 40;
    private static final Duration NOTHING_MOVES = Duration.ofMinutes(2);
    private static final List<String> UNSETTLED = List.of("QUEUED", "SENDING", "UNCERTAIN", "DEFERRED");

    private final Callers callers;
    private final RunFolder run;
    private final CaseRecord record;
    private final Screen screen;

    CampaignPart(Callers callers, RunFolder run, CaseRecord record, Screen screen) {
        this.callers = callers;
        this.run = run;
        this.record = record;
        this.screen = screen;
    }

    void play(Step step) throws IOException {
        Api officer = callers.notify(step.text("user"));
        Api approver = callers.notify(step.text("approve"));
        String template = template(officer, approver, "EMAIL");
        String letterTemplate = template(officer, approver, "LETTER");
        ObjectNode wanted = JsonNodeFactory.instance.objectNode();
        wanted.put("title", step.text("title"));
        wanted.putArray("incidents").add("2016-attack").add("2017-attack");
        wanted.put("template", template)
                .put("letterTemplate", letterTemplate)
                .put("completeBy", step.text("completeBy"));
        JsonNode draft = officer.post("/campaigns", wanted);
        String path = "/campaigns/" + draft.path("id").asText();
        refusals(path, draft, officer);
        approver.post(path + "/approval", ImportPart.digest(draft));
        long began = System.nanoTime();
        officer.post(path + "/start", MissingNode.getInstance());
        JsonNode progress = sendToTheEnd(officer, path, step.at());
        record.took("send", Duration.ofNanos(System.nanoTime() - began));
        record.campaign(officer.get(path), progress);
        Files.createDirectories(run.path("letters"));
        Files.write(run.path("letters").resolve("not-told.csv"), officer.bytes(path + "/not-told.csv"));
    }

    private static String template(Api officer, Api approver, String channel) {
        JsonNode standard = officer.get("/templates/standard?channel=" + channel);
        ObjectNode wanted = JsonNodeFactory.instance.objectNode();
        wanted.put("name", "個別通知 標準文面").put("channel", channel);
        wanted.put("subject", standard.path("subject").asText());
        wanted.put("body", standard.path("body").asText());
        JsonNode template = officer.post("/templates", wanted);
        String id = template.path("id").asText();
        approver.post("/templates/" + id + "/approval", ImportPart.digest(template));
        return id;
    }

    private void refusals(String path, JsonNode draft, Api officer) {
        Api.Answer own = officer.attempt("POST", path + "/approval", ImportPart.digest(draft));
        record.refusal(RefusalPart.refusal("an officer approves a campaign", 403, "forbidden", own));
        Api.Answer early = officer.attempt("POST", path + "/start", MissingNode.getInstance());
        record.refusal(RefusalPart.refusal("a campaign starts unapproved", 409, "illegal-transition", early));
    }

    /** Where only tries for later are left, the clock is set forward: that is how a drill waits. */
    private JsonNode sendToTheEnd(Api officer, String path, Instant from) {
        JsonNode progress = officer.get(path + "/progress");
        Instant clock = from;
        int forwards = 0;
        long settled = -1;
        long movedAt = System.nanoTime();
        try (ProgressBar bar = screen.bar("send", total(progress))) {
            while (unsettled(progress) > 0) {
                LockSupport.parkNanos(LOOK_NANOS);
                progress = officer.get(path + "/progress");
                long now = total(progress) - unsettled(progress);
                bar.at(now);
                if (now != settled) {
                    settled = now;
                    movedAt = System.nanoTime();
                } else if (still(movedAt, STILL) && forwards < MOST_FORWARDS) {
                    clock = clock.plus(FORWARD);
                    CasePlay.setClock(callers, clock);
                    forwards++;
                } else if (still(movedAt, NOTHING_MOVES)) {
                    throw new Trouble("nothing is sent any more: " + progress);
                }
            }
            bar.at(total(progress));
        }
        return progress;
    }

    private static boolean still(long since, Duration limit) {
        return System.nanoTime() - since > limit.toNanos();
    }

    private static long total(JsonNode progress) {
        long total = 0;
        for (JsonNode count : progress.path("deliveries").path("EMAIL")) {
            total += count.asLong();
        }
        return total;
    }

    private static long unsettled(JsonNode progress) {
        JsonNode states = progress.path("deliveries").path("EMAIL");
        return UNSETTLED.stream()
                .mapToLong(state -> states.path(state).asLong())
                .sum();
    }
}

package org.teishutsu.demo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.teishutsu.demo.platform.Trouble;
import org.teishutsu.demo.platform.Waiting;
import org.teishutsu.demo.play.Api;
import org.teishutsu.demo.play.Callers;

/** This suite's side: the packaged services, from the list of made-up people to the last message settled. */
final class CampaignSide {

    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private static final String HEADER =
            "customer_number,party,name,name_kana,email,email_since,postal_code,address,mobile,status,items\n";

    private final Callers callers;
    private final Database database;
    private final Path folder;
    private String template = "";

    CampaignSide(Callers callers, Database database, Path folder) {
        this.callers = callers;
        this.database = database;
        this.folder = folder;
    }

    /** The firm and the incidents of the case, and the standing wording, approved. */
    void prepare() throws IOException {
        try (InputStream body = CampaignSide.class.getResourceAsStream("/case-2017.json")) {
            for (JsonNode step : Api.JSON.readTree(body).path("steps")) {
                String call = step.path("call").asText();
                if (call.equals("PUT report /firm")) {
                    callers.report("officer").put("/firm", step.path("body"));
                } else if (call.equals("POST report /incidents")) {
                    callers.report("officer").post("/incidents", step.path("body"));
                }
            }
        }
        JsonNode saved = callers.notify("officer")
                .post("/templates", callers.notify("officer").get("/templates/standard"));
        template = saved.path("id").asText();
        callers.notify("approver").post("/templates/" + template + "/approval", digest(saved));
    }

    /** Made-up people, each with an address of his own. */
    void affected(String incident, int from, int number) throws IOException {
        Path list = folder.resolve("list-" + incident + ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(list, StandardCharsets.UTF_8)) {
            out.write(HEADER);
            for (int i = from; i < from + number; i++) {
                out.write("K" + i + ",INDIVIDUAL,見本 太郎" + i + ",ミホン タロウ,c" + i + "@mail" + i % 500
                        + ".example,2010-01-01,100-0001,東京都見本区1-" + i
                        + ",090-0000-0000,CURRENT,NAME|EMAIL|CUSTOMER_ID|BIRTH_DATE|BANK_ACCOUNT\n");
            }
        }
        JsonNode staged = callers.notify("officer")
                .postFile(
                        "/incidents/" + incident + "/imports?name=list.csv&reason=more", "text/csv", () -> open(list));
        callers.notify("approver").post("/imports/" + staged.path("id").asText() + "/application", digest(staged));
        Files.delete(list);
    }

    private static InputStream open(Path list) {
        try {
            return Files.newInputStream(list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode digest(JsonNode looked) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("digest", looked.path("digest").asText());
    }

    /** A campaign that has been planned and runs. */
    String start(String incident) {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("title", "個別通知")
                .put("template", template)
                .put("completeBy", "2099-12-31");
        request.putArray("incidents").add(incident);
        JsonNode draft = callers.notify("officer").post("/campaigns", request);
        String id = draft.path("id").asText();
        callers.notify("approver").post("/campaigns/" + id + "/approval", digest(draft));
        callers.notify("officer").post("/campaigns/" + id + "/start", NOTHING);
        return id;
    }

    /** The rate of everything; null for none. */
    void rate(@Nullable Integer perSecond) {
        callers.notify("officer").put("/mail/rate", NOTHING.deepCopy().put("ratePerSecond", perSecond));
    }

    void cancel(String campaign) {
        callers.notify("officer")
                .post("/campaigns/" + campaign + "/cancel", NOTHING.deepCopy().put("reason", "測定の終了"));
    }

    /** Waits until so many of a campaign are settled as SENT. */
    void awaitSent(String campaign, int number) {
        boolean there = Waiting.until(LIMIT, () -> {
            sleep();
            return callers.notify("officer")
                            .get("/campaigns/" + campaign + "/progress")
                            .path("deliveries")
                            .path("EMAIL")
                            .path("SENT")
                            .asLong()
                    >= number;
        });
        if (!there) {
            throw new Trouble("not everything is sent after " + LIMIT.toMinutes() + " minutes");
        }
    }

    /** Waits until nothing of a campaign is on its way any more; gives back its progress. */
    JsonNode awaitSettled(String campaign, int all) {
        JsonNode[] last = {NOTHING};
        boolean there = Waiting.until(LIMIT, () -> {
            sleep();
            try {
                last[0] = callers.notify("officer").get("/campaigns/" + campaign + "/progress");
            } catch (Trouble away) {
                return false;
            }
            JsonNode emails = last[0].path("deliveries").path("EMAIL");
            return emails.path("SENT").asInt() + emails.path("REJECTED").asInt() == all;
        });
        if (!there) {
            throw new Trouble("not everything is settled after " + LIMIT.toMinutes() + " minutes: " + last[0]);
        }
        return last[0];
    }

    /** As often as an officer's display would ask. */
    private static void sleep() {
        java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    }

    /** Messages a second by the instants at which they were settled, from after the warm-up on. */
    double perSecond(String campaign, int warmUp, int messages) {
        return Double.parseDouble(
                database.text("notify", """
                with sent as (
                    select e.recorded_at, row_number() over (order by e.id) as no
                    from delivery_event e join delivery d on d.id = e.delivery_id
                    where d.campaign_id = '%s' and e.state = 'SENT'
                )
                select (%d / extract(epoch from max(recorded_at) filter (where no = %d)
                    - max(recorded_at) filter (where no = %d)))::text
                from sent
                """.formatted(campaign, messages, warmUp + messages, Math.max(1, warmUp))));
    }

    /** Puts every second one of a queue off for a year. */
    void deferHalf(String campaign) {
        database.execute("notify", """
                with every as (
                    select delivery_id, row_number() over (order by delivery_id) as no
                    from delivery_state
                    where campaign_id = '%s' and state = 'QUEUED' and channel = 'EMAIL' and claimed_by is null
                ), put_off as (
                    update delivery_state s set state = 'DEFERRED' from every
                    where s.delivery_id = every.delivery_id and every.no %% 2 = 0 and s.state = 'QUEUED'
                        and s.claimed_by is null
                    returning s.delivery_id, s.campaign_id
                )
                insert into delivery_deferred (delivery_id, campaign_id, due_at, attempt)
                select delivery_id, campaign_id, now() + interval '1 year', 1 from put_off
                """.formatted(campaign));
        // What a real queue loses bit by bit, and autovacuum clears away behind it.
        database.execute("notify", "vacuum analyze delivery_state");
    }
}

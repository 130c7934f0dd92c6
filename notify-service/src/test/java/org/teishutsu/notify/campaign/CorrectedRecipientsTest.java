package org.teishutsu.notify.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.teishutsu.notify.CorrectionFixture.approved;
import static org.teishutsu.notify.CorrectionFixture.due;
import static org.teishutsu.notify.CorrectionFixture.proposed;
import static org.teishutsu.notify.CorrectionFixture.worded;
import static org.teishutsu.notify.IntakeFixture.applied;
import static org.teishutsu.notify.IntakeFixture.correcting;
import static org.teishutsu.notify.ReachFixture.call;
import static org.teishutsu.notify.ReachFixture.check;
import static org.teishutsu.notify.ReachFixture.deliveries;
import static org.teishutsu.notify.ReachFixture.figuresOf;
import static org.teishutsu.notify.ReachFixture.post;
import static org.teishutsu.notify.ReachFixture.recipient;
import static org.teishutsu.notify.SendingFixture.as;
import static org.teishutsu.notify.SendingFixture.eventually;
import static org.teishutsu.notify.SendingFixture.progress;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.RejectException;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;
import org.teishutsu.notify.SendingFixture;
import org.teishutsu.notify.mail.ScriptedMailServer;

/** Whoever was told something that is not so is told that, once, and nobody else is. */
@QuarkusTest
@NotifyServiceTest
class CorrectedRecipientsTest {

    private static final String INCIDENT = "2016-attack";
    private static final String ON_PAPER =
            "L1,INDIVIDUAL,見本 紙子,,,,100-0001,東京都架空区見本町1,090-0000-0001,CURRENT,NAME|BIRTH_DATE";

    @Inject
    DataSource dataSource;

    @Inject
    CampaignSweep sweep;

    @ConfigProperty(name = "mail.port")
    int mailPort;

    private ScriptedMailServer mail;

    @BeforeEach
    void begin() {
        LedgerFixture.empty(dataSource);
        mail = new ScriptedMailServer(mailPort);
    }

    @AfterEach
    void end() {
        mail.close();
    }

    private static String row(int number, String items) {
        return SendingFixture.customer("C" + number, "c" + number + "@example.jp", items);
    }

    /** Everybody has been told. */
    private static String told(String... rows) {
        SendingFixture.affected(INCIDENT, List.of(rows));
        String id = SendingFixture.running(INCIDENT);
        complete(id);
        return id;
    }

    private static void complete(String campaign) {
        eventually(
                "complete",
                () -> SendingFixture.notTold(campaign).isEmpty()
                        && due(campaign).isEmpty()
                        && progress(campaign).getString("state").equals("COMPLETE"));
    }

    private static void corrected(String mode, String... rows) {
        applied(correcting(mode, INCIDENT, rows));
    }

    @Test
    void whoeverTurnsOutNotToBeAffectedIsTold() throws Exception {
        String id = told(row(1, "NAME|EMAIL"), row(2, "NAME|EMAIL"));
        corrected("WITHDRAW", row(2, "NAME|EMAIL"));
        eventually("reopened", () -> progress(id).getString("state").equals("RUNNING"));
        assertThat(due(id)).containsExactly(Map.entry("NOT_PLANNED", 1));
        assertThat(figuresOf(id, INCIDENT).getInt("union.corrections.DUE")).isOne();
        JsonPath list =
                as("desk").get("/campaigns/" + id + "/corrections/recipients").jsonPath();
        assertThat(list.getString("items[0].recipient")).isEqualTo(recipient("C2"));
        assertThat(list.getString("items[0].next")).isEqualTo("APPROVE_WORDING");
        assertThat(as("desk").get("/campaigns/" + id + "/corrections.csv").asString())
                .contains("NOT_PLANNED", "見本 C2")
                .doesNotContain("見本 C1");

        JsonPath wording = proposed(id);
        assertThat(as("approver")
                        .get("/campaigns/" + id + "/correction-wordings/" + wording.getString("id") + "/preview")
                        .jsonPath()
                        .getString("body"))
                .contains("見本 C2 様", "調査記録の照合に誤りがありました。");
        assertThat(mail.received())
                .as("nothing goes before a second person has looked")
                .hasSize(2);
        approved(wording);
        complete(id);

        assertThat(due(id)).isEmpty();
        assertThat(mail.received()).hasSize(3);
        String text = body(2);
        assertThat(mail.received().get(2).recipient()).isEqualTo("c2@example.jp");
        assertThat(text)
                .contains("見本 C2 様", "に電子メールでお伝えした項目", "確認しておりません", "深くお詫び申し上げます")
                .doesNotContain("■", "\n・");
        JsonPath figures = figuresOf(id, INCIDENT);
        assertThat(figures.getInt("union.recipients")).isOne();
        assertThat(figures.getMap("union.corrections")).isEqualTo(Map.of("DUE", 0, "SENT", 1, "CLOSED", 0));
        assertThat(figures.getInt("union.deliveries.EMAIL.SENT"))
                .as("without corrections")
                .isEqualTo(2);
        assertThat(recipientFound("C2", "correction")).isEqualTo("SENT");
        assertThat(recipientFound("C1", "correction")).isNull();
        String number = text.split("お問い合わせ番号：")[1].substring(0, 11);
        as("officer")
                .accept("application/json")
                .get("/genuine/{number}", number)
                .then()
                .statusCode(200)
                .body(containsString("大切なお知らせ"), containsString("訂正とお詫び"));
    }

    @Test
    void twoWhoPlanAtOncePlanOneCorrectionAndLaterPlansNone() {
        String id = told(row(1, "NAME|EMAIL"));
        worded(id);
        corrected("WITHDRAW", row(1, "EMAIL"));
        CompletableFuture<Void> other = CompletableFuture.runAsync(sweep::planAll);
        sweep.planAll();
        other.join();
        complete(id);
        sweep.planAll();
        assertThat(deliveries(dataSource, recipient("C1"))).containsExactly("EMAIL SENT", "EMAIL SENT");
        assertThat(figuresOf(id, INCIDENT).getInt("union.corrections.SENT")).isOne();
        assertThat(mail.received()).hasSize(2);
    }

    @Test
    void whoLosesAnItemAndGainsAnotherIsToldBothInOneMessage() throws Exception {
        String id = told(row(1, "NAME|EMAIL"));
        worded(id);
        corrected("REPLACE", row(1, "NAME|PHONE"));
        assertThat(SendingFixture.notTold(id)).hasSize(1);
        sweep.planAll();
        complete(id);
        assertThat(mail.received()).hasSize(2);
        assertThat(body(1)).contains("・氏名\n", "・電話番号\n").doesNotContain("・メールアドレス");
        assertThat(SendingFixture.notTold(id)).isEmpty();
        assertThat(figuresOf(id, INCIDENT).getInt("union.reach.SENT")).isOne();
    }

    @Test
    void withdrawalThatIsTakenBackInTimeCancelsTheCorrection() {
        String id = told(row(1, "NAME|EMAIL"));
        worded(id);
        mail.follow(new ScriptedMailServer.Script() {
            @Override
            public void from(String returnPath) throws RejectException {
                throw new RejectException(421, "4.3.2 not now");
            }
        });
        corrected("WITHDRAW", row(1, "EMAIL"));
        sweep.planAll();
        assertThat(due(id)).hasSize(1);
        String recipient = recipient("C1");
        assertThat(deliveries(dataSource, recipient)).containsExactly("EMAIL SENT", "EMAIL QUEUED");
        SendingFixture.affected(INCIDENT, List.of(row(1, "EMAIL")));
        assertThat(due(id)).isEmpty();
        // A sender may hold it at that moment: then it is dropped once it has been given back.
        eventually("dropped", () -> {
            sweep.planAll();
            return deliveries(dataSource, recipient).equals(List.of("EMAIL SENT", "EMAIL CANCELLED"));
        });
        assertThat(figuresOf(id, INCIDENT).getMap("union.corrections"))
                .isEqualTo(Map.of("DUE", 0, "SENT", 0, "CLOSED", 0));
        mail.reset();
        complete(id);
        assertThat(mail.received()).as("since it takes mail again").isEmpty();
    }

    @Test
    void whoIsAffectedAfterAllIsToldAgainAfterHisCorrection() throws Exception {
        String id = told(row(1, "NAME|EMAIL"));
        worded(id);
        corrected("WITHDRAW", row(1, "EMAIL"));
        sweep.planAll();
        complete(id);
        SendingFixture.affected(INCIDENT, List.of(row(1, "EMAIL")));
        assertThat(SendingFixture.notTold(id))
                .as("the correction said that it had not leaked")
                .hasSize(1);
        sweep.planAll();
        complete(id);
        assertThat(mail.received()).hasSize(3);
        assertThat(body(2)).contains("・氏名\n・メールアドレス\n").doesNotContain("訂正");
        corrected("WITHDRAW", row(1, "EMAIL"));
        assertThat(due(id)).as("and it is wrong once more").hasSize(1);
    }

    @Test
    void refusedCorrectionGoesByLetterInABatchOfItsOwn() {
        String id = told(row(1, "NAME|EMAIL"));
        worded(id);
        mail.follow(new ScriptedMailServer.Script() {
            @Override
            public void recipient(String recipient) throws RejectException {
                throw new RejectException(550, "5.1.1 no such user");
            }
        });
        corrected("WITHDRAW", row(1, "NAME|EMAIL"));
        sweep.planAll();
        String recipient = recipient("C1");
        eventually("refused", () -> deliveries(dataSource, recipient).contains("EMAIL REJECTED"));
        sweep.planAll();
        assertThat(due(id)).containsExactly(Map.entry("LETTER_DUE", 1));
        post("officer", "/letter-batches", Map.of("campaign", id, "template", SendingFixture.template("LETTER")))
                .statusCode(200)
                .body("letters", equalTo(0));
        String batch = post("officer", "/letter-batches", Map.of("campaign", id, "corrections", true))
                .statusCode(201)
                .body("letters", equalTo(1))
                .extract()
                .path("batch");
        post("officer", "/letter-batches/{id}/posted", Map.of(), batch).statusCode(200);
        complete(id);
        assertThat(figuresOf(id, INCIDENT).getInt("union.corrections.SENT")).isOne();
    }

    @Test
    void whoHearsItOnTheTelephoneNeedsNoLetter() {
        SendingFixture.affected(INCIDENT, List.of(ON_PAPER));
        Map<String, Object> request = new HashMap<>(SendingFixture.request(SendingFixture.template(), INCIDENT));
        request.put("letterTemplate", SendingFixture.template("LETTER"));
        String id = SendingFixture.running(request);
        String batch = post("officer", "/letter-batches", Map.of("campaign", id))
                .statusCode(201)
                .extract()
                .path("batch");
        post("officer", "/letter-batches/{id}/posted", Map.of(), batch).statusCode(200);
        complete(id);
        worded(id);
        corrected("WITHDRAW", ON_PAPER);
        sweep.planAll();
        assertThat(due(id)).containsExactly(Map.entry("LETTER_DUE", 1));
        call(id, "L1", "NO_ANSWER", null).statusCode(201);
        call(id, "L1", "TOLD", check("L1")).statusCode(201);
        assertThat(due(id)).isEmpty();
        assertThat(deliveries(dataSource, recipient("L1")))
                .containsExactly("LETTER POSTED", "LETTER CANCELLED", "TELEPHONE DELIVERED");
        complete(id);
        assertThat(figuresOf(id, INCIDENT).getInt("union.corrections.SENT")).isOne();
    }

    @Test
    void twoPeopleCanSayThatSomebodyIsNotToBeCorrected() {
        String id = told(row(1, "NAME|EMAIL"));
        corrected("WITHDRAW", row(1, "NAME|EMAIL"));
        assertThat(due(id)).hasSize(1);
        JsonPath closing = org.teishutsu.notify.ReachFixture.proposed(Map.of(
                "kind", "CLOSED",
                "reason", "DECEASED",
                "ground", "ご遺族からのお申出",
                "recipients", List.of(recipient("C1"))));
        org.teishutsu.notify.ReachFixture.release("approver", closing).statusCode(200);
        assertThat(due(id)).isEmpty();
        assertThat(figuresOf(id, INCIDENT).getInt("union.corrections.CLOSED")).isOne();
        complete(id);
    }

    @Test
    void wordingThatIsNoCorrectionOrNobodyElseApprovedIsRefused() {
        String id = told(row(1, "NAME|EMAIL"));
        String path = "/campaigns/{id}/correction-wordings";
        String correction = SendingFixture.template("EMAIL", "CORRECTION");
        post("officer", path, Map.of("template", SendingFixture.template()), id)
                .statusCode(409)
                .body("type", equalTo("urn:problem:not-ready"));
        post("officer", path, Map.of("template", correction, "explanation", "詳しくは https://example.jp へ"), id)
                .statusCode(400);
        post("officer", path, Map.of("explanation", "x"), id)
                .statusCode(400)
                .body("violations.field", hasItem(containsString("template")));
        Map<String, Object> campaign = SendingFixture.request(correction, INCIDENT);
        post("officer", "/campaigns", campaign).statusCode(409);
        JsonPath wording = proposed(id);
        String approval = path + "/{wording}/approval";
        post("approver", approval, Map.of("digest", "another"), id, wording.getString("id"))
                .statusCode(409)
                .body("type", equalTo("urn:problem:changed-since"));
        post("officer", approval, Map.of("digest", wording.getString("digest")), id, wording.getString("id"))
                .statusCode(403);
        approved(wording);
        post("approver", approval, Map.of("digest", wording.getString("digest")), id, wording.getString("id"))
                .statusCode(409);
    }

    private static String recipientFound(String customer, String field) {
        return org.teishutsu.notify.ReachFixture.lookUp(customer).getString("recipients[0]." + field);
    }

    private String body(int message) throws MessagingException, IOException {
        MimeMessage received = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.received().get(message).bytes()));
        return ((String) received.getContent()).replace("\r\n", "\n");
    }
}

package org.teishutsu.notify.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.teishutsu.notify.SendingFixture.as;
import static org.teishutsu.notify.SendingFixture.customer;
import static org.teishutsu.notify.SendingFixture.emails;
import static org.teishutsu.notify.SendingFixture.eventually;
import static org.teishutsu.notify.SendingFixture.progress;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.RejectException;
import org.teishutsu.notify.IntakeFixture;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;
import org.teishutsu.notify.SendingFixture;
import org.teishutsu.notify.mail.ScriptedMailServer;

@QuarkusTest
@NotifyServiceTest
class CampaignResourceTest {

    @Inject
    DataSource dataSource;

    @Inject
    CampaignSweep sweep;

    @ConfigProperty(name = "mail.port")
    int mailPort;

    @ConfigProperty(name = "suite.other-service.url")
    String reportService;

    private ScriptedMailServer mail;

    @BeforeEach
    void begin() {
        LedgerFixture.empty(dataSource);
        mail = new ScriptedMailServer(mailPort);
    }

    @AfterEach
    void end() {
        mail.close();
        io.restassured.RestAssured.given()
                .baseUri(reportService)
                .delete("/firm")
                .then()
                .statusCode(204);
    }

    private static void everyKindOfRecipient() {
        SendingFixture.affected(
                "2016-attack",
                List.of(
                        customer("C1", "c1@example.jp", "CUSTOMER_ID|BIRTH_DATE|FIRST_LOGIN_PASSWORD"),
                        "C2,LEGAL_ENTITY,例示商事株式会社,,c2@example.jp,2010-01-01,,東京都見本2,,CURRENT,CUSTOMER_ID",
                        customer("C3", "shared@example.jp", "EMAIL"),
                        customer("C4", "Shared@example.jp", "EMAIL"),
                        "C5,INDIVIDUAL,見本 C5,,c5@example.jp,2010-01-01,,東京都見本5,,FORMER,EMAIL",
                        "C6,INDIVIDUAL,見本 C6,,c6@example.jp,2017-06-01,,東京都見本6,,CURRENT,PHONE",
                        "C7,INDIVIDUAL,見本 C7,,,,,東京都見本7,,CURRENT,PHONE",
                        "C8,INDIVIDUAL,見本 C8,,,,,,,CURRENT,PHONE"));
        SendingFixture.affected(
                "2017-attack",
                List.of(
                        customer("C1", "c1@example.jp", "NAME|BANK_ACCOUNT"),
                        ",INDIVIDUAL,髙﨑 花子,,hanako..t@docomo.example,2017-07-01,,,,APPLICANT,NAME|EMAIL|SURVEY"));
    }

    private static MimeMessage parsed(ScriptedMailServer.Received received) {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(received.bytes()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private String bodyFor(String recipient) {
        return mail.received().stream()
                .filter(received -> received.recipient().equals(recipient))
                .map(received -> {
                    try {
                        return (String) parsed(received).getContent();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                })
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> list(String body) {
        return body.lines().filter(line -> line.startsWith("■") || line.startsWith("・"));
    }

    @Test
    void aCampaignAndTheKeyItWasAskedForWithAreKeptTogetherOrNotAtAll() {
        everyKindOfRecipient();
        Map<String, Object> request = SendingFixture.request(SendingFixture.template(), "2016-attack");
        LedgerFixture.execute(
                dataSource, "alter table idempotency_key add constraint no_key_today check (false) not valid");
        try {
            assertThat(draftWithKey(request).statusCode()).isEqualTo(500);
        } finally {
            LedgerFixture.execute(dataSource, "alter table idempotency_key drop constraint no_key_today");
        }
        assertThat(LedgerFixture.strings(dataSource, "select id from campaign")).isEmpty();

        Response first = draftWithKey(request);
        Response again = draftWithKey(request);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.jsonPath().getString("id")).isEqualTo(first.jsonPath().getString("id"));
        assertThat(LedgerFixture.strings(dataSource, "select id from campaign")).hasSize(1);
    }

    private static Response draftWithKey(Map<String, Object> request) {
        return SendingFixture.as("officer")
                .header("Idempotency-Key", "campaign-1")
                .contentType(ContentType.JSON)
                .body(request)
                .post("/campaigns");
    }

    @Test
    void everybodyIsToldOnceByTheChannelThatIsSafe() throws Exception {
        everyKindOfRecipient();
        JsonPath draft =
                SendingFixture.draft(SendingFixture.request(SendingFixture.template(), "2016-attack", "2017-attack"));

        assertThat(draft.getString("state")).isEqualTo("DRAFT");
        assertThat(draft.getInt("planned.email")).isEqualTo(3);
        assertThat(draft.getInt("planned.letter")).isEqualTo(5);
        assertThat(draft.getMap("letterReasons"))
                .isEqualTo(Map.of("SHARED_ADDRESS", 2, "LONG_GONE", 1, "CHANGED_AFTER_ATTACK", 1, "NO_EMAIL", 1));
        assertThat(draft.getInt("noAddress")).isOne();

        String id = draft.getString("id");
        SendingFixture.approve(draft);
        SendingFixture.start(id);
        eventually("sent", () -> emails(id, "SENT") == 3);

        assertThat(mail.received())
                .extracting(ScriptedMailServer.Received::recipient)
                .containsExactlyInAnyOrder("c1@example.jp", "c2@example.jp", "\"hanako..t\"@docomo.example");
        assertThat(list(bodyFor("c1@example.jp")))
                .containsExactly("■ 2016年の不正アクセス", "・お客様ID", "・生年月日", "・初回ログインパスワード", "■ 2017年の不正アクセス", "・氏名", "・銀行口座");
        assertThat(bodyFor("c1@example.jp")).startsWith("【訓練】").contains("見本 C1 様");
        assertThat(bodyFor("c2@example.jp")).contains("例示商事株式会社 御中");
        assertThat(parsed(mail.received().get(0)).getSubject()).startsWith("【訓練】");

        JsonPath progress = progress(id);
        assertThat(progress.getString("state")).isEqualTo("RUNNING");
        assertThat(progress.getInt("deliveries.LETTER.QUEUED")).isEqualTo(5);
        assertThat(progress.getInt("planned")).isEqualTo(8);
        assertThat(SendingFixture.notTold(id)).isEqualTo(Map.of("LETTER_DUE", 5, "NO_ADDRESS", 1));
    }

    @Test
    void listOfThoseNotToldIsForPeopleWithASpreadsheet() {
        SendingFixture.affected(
                "2016-attack",
                List.of(
                        customer("C1", "c1@example.jp", "EMAIL"),
                        "C2,INDIVIDUAL,=1+1,,,,100-0002,東京都見本2,,CURRENT,PHONE"));
        String id = SendingFixture.running("2016-attack");
        eventually("sent", () -> emails(id, "SENT") == 1);

        byte[] csv = as("desk")
                .get("/campaigns/" + id + "/not-told.csv")
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .extract()
                .asByteArray();

        String text = new String(csv, java.nio.charset.StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("\uFEFF理由コード,理由,")
                .contains("LETTER_DUE,書面発送予定,メールアドレスの登録なし,")
                .contains(",C2,'=1+1,");
        assertThat(text.lines()).hasSize(2);
        as("auditor").get("/campaigns/" + id + "/not-told.csv").then().statusCode(403);
    }

    @Test
    void campaignThatReachedEverybodyIsCompleteUntilALaterImport() {
        SendingFixture.affected("2016-attack", SendingFixture.customers(1, 3));
        String id = SendingFixture.running("2016-attack");
        eventually("complete", () -> progress(id).getString("state").equals("COMPLETE"));

        SendingFixture.affected("2016-attack", SendingFixture.customers(3, 2));
        sweep.planAll();
        eventually(
                "complete again",
                () -> mail.received().size() == 4
                        && progress(id).getString("state").equals("COMPLETE"));

        assertThat(mail.received())
                .extracting(ScriptedMailServer.Received::recipient)
                .doesNotHaveDuplicates();
        assertThat(as("officer").get("/campaigns/" + id).jsonPath().getList("events.state"))
                .containsExactly("DRAFT", "APPROVED", "RUNNING", "COMPLETE", "RUNNING", "COMPLETE");
    }

    @Test
    void whoeverGainsItemsIsToldAgain() {
        SendingFixture.affected("2016-attack", List.of(customer("C1", "c1@example.jp", "EMAIL")));
        String id = SendingFixture.running("2016-attack");
        eventually("sent", () -> emails(id, "SENT") == 1);

        SendingFixture.affected("2016-attack", List.of(customer("C1", "c1@example.jp", "EMAIL|PHONE")));
        sweep.planAll();
        eventually("told again", () -> emails(id, "SENT") == 2);
        sweep.planAll();

        assertThat(progress(id).getInt("planned")).isEqualTo(2);
        assertThat(mail.received()).hasSize(2);
    }

    @Test
    void itemsThatChangeBeforeHeIsToldMakeOneMessage() {
        mail.follow(new ScriptedMailServer.Script() {
            @Override
            public boolean greets() {
                return false;
            }
        });
        SendingFixture.affected("2016-attack", List.of(customer("C1", "c1@example.jp", "EMAIL")));
        String id = SendingFixture.running("2016-attack");
        eventually("waiting", () -> progress(id).getString("waitingFor") != null && emails(id, "QUEUED") == 1);

        SendingFixture.affected("2016-attack", List.of(customer("C1", "c1@example.jp", "EMAIL|PHONE")));
        sweep.planAll();
        mail.reset();
        eventually("told", () -> emails(id, "SENT") == 1);

        assertThat(emails(id, "CANCELLED")).isOne();
        assertThat(mail.received()).hasSize(1);
        assertThat(list(bodyFor("c1@example.jp"))).contains("・メールアドレス", "・電話番号");
    }

    @Test
    void whatWasRefusedHasToldNothing() {
        mail.follow(new ScriptedMailServer.Script() {
            @Override
            public void recipient(String address) throws RejectException {
                throw new RejectException(550, "5.1.1 no such user");
            }
        });
        SendingFixture.affected("2016-attack", List.of(customer("C1", "c1@example.jp", "NAME|EMAIL|PHONE")));
        String id = SendingFixture.running("2016-attack");
        eventually("goes by letter", () -> progress(id).getInt("deliveries.LETTER.QUEUED") == 1);

        IntakeFixture.applied(
                IntakeFixture.correcting("REPLACE", "2016-attack", customer("C1", "c1@example.jp", "NAME|EMAIL")));
        sweep.planAll();

        assertThat(progress(id).getInt("deliveries.LETTER.CANCELLED")).isOne();
        assertThat(progress(id).getInt("deliveries.LETTER.QUEUED")).isOne();
        assertThat(LedgerFixture.strings(
                        dataSource,
                        "select told = (select jsonb_object_agg(incident, mask) from exposure where withdrawn_at is null) "
                                + "from delivery order by try_no desc, id desc limit 1"))
                .containsExactly("t");
        assertThat(SendingFixture.notTold(id)).isEqualTo(Map.of("LETTER_DUE", 1));
    }

    private void greetNobody() {
        mail.follow(new ScriptedMailServer.Script() {
            @Override
            public boolean greets() {
                return false;
            }
        });
    }

    @Test
    void listDropsWhatItOvertakesAtOnce() {
        greetNobody();
        SendingFixture.affected("2016-attack", List.of(customer("C1", "c1@example.jp", "EMAIL")));
        String id = SendingFixture.running("2016-attack");
        eventually("waiting", () -> progress(id).getString("waitingFor") != null && emails(id, "QUEUED") == 1);

        SendingFixture.affected("2016-attack", List.of(customer("C1", "c1@example.jp", "EMAIL|PHONE")));

        assertThat(emails(id, "CANCELLED")).isOne();
    }

    @Test
    void addressThatBecomesSharedGetsALetterInstead() {
        greetNobody();
        SendingFixture.affected("2016-attack", List.of(customer("C1", "c1@example.jp", "EMAIL")));
        String id = SendingFixture.running("2016-attack");
        eventually("waiting", () -> progress(id).getString("waitingFor") != null && emails(id, "QUEUED") == 1);

        SendingFixture.affected("2017-attack", List.of(customer("C2", "c1@example.jp", "EMAIL")));
        assertThat(emails(id, "CANCELLED")).isOne();
        sweep.planAll();

        assertThat(emails(id, "QUEUED")).isZero();
        assertThat(progress(id).getInt("deliveries.LETTER.QUEUED")).isOne();
        assertThat(LedgerFixture.strings(dataSource, "select address_reason from delivery where channel = 'LETTER'"))
                .containsExactly("SHARED_ADDRESS");
    }

    @Test
    void whatWasOvertakenDuringAPauseIsNotSentAfterIt() {
        greetNobody();
        SendingFixture.affected("2016-attack", List.of(customer("C1", "c1@example.jp", "EMAIL")));
        String id = SendingFixture.running("2016-attack");
        as("officer").post("/campaigns/" + id + "/pause").then().statusCode(200);
        eventually("given back", () -> emails(id, "QUEUED") == 1);
        SendingFixture.affected("2016-attack", List.of(customer("C1", "c1@example.jp", "EMAIL|PHONE")));
        mail.reset();
        as("officer").post("/campaigns/" + id + "/resume").then().statusCode(200);
        eventually("told", () -> emails(id, "SENT") == 1);

        assertThat(emails(id, "CANCELLED")).isOne();
        assertThat(list(bodyFor("c1@example.jp"))).contains("・電話番号");
    }

    @Test
    void whoeverGainedItemsIsNotTold() {
        SendingFixture.affected("2016-attack", List.of(customer("C1", "c1@example.jp", "EMAIL")));
        String id = SendingFixture.running("2016-attack");
        eventually("complete", () -> progress(id).getString("state").equals("COMPLETE"));
        greetNobody();

        SendingFixture.affected("2016-attack", List.of(customer("C1", "c1@example.jp", "EMAIL|PHONE")));

        assertThat(SendingFixture.notTold(id)).hasSize(1);
        mail.reset();
    }

    @Test
    void lettersLeftAfterACancelAreCancelled() {
        SendingFixture.affected("2016-attack", List.of("C7,INDIVIDUAL,見本 C7,,,,,東京都見本7,,CURRENT,PHONE"));
        String id = SendingFixture.running("2016-attack");
        eventually("planned", () -> progress(id).getInt("deliveries.LETTER.QUEUED") == 1);
        LedgerFixture.execute(dataSource, "update campaign set state = 'CANCELLED' where id = '" + id + "'");

        eventually("cancelled", () -> progress(id).getInt("deliveries.LETTER.CANCELLED") == 1);
    }

    @Test
    void rateIsKept() {
        SendingFixture.affected("2016-attack", SendingFixture.customers(1, 12));
        Map<String, Object> slow = SendingFixture.request(SendingFixture.template(), "2016-attack");
        slow.put("ratePerSecond", 4);
        long began = System.nanoTime();
        String id = SendingFixture.running(slow);
        eventually("sent", () -> emails(id, "SENT") == 12);

        // A full second may be saved up at the start: 4 at once, 8 more in two seconds.
        assertThat(System.nanoTime() - began).isGreaterThan(1_900_000_000L);
        assertThat(mail.received()).hasSize(12);
    }

    @Test
    void twoCampaignsShareTheQueueFairly() {
        SendingFixture.affected("2016-attack", SendingFixture.customers(1, 300));
        SendingFixture.affected("2017-attack", SendingFixture.customers(1001, 5));
        String template = SendingFixture.template();
        Map<String, Object> slow = SendingFixture.request(template, "2016-attack");
        slow.put("ratePerSecond", 5);
        String large = SendingFixture.running(slow);
        String small = SendingFixture.running(SendingFixture.request(template, "2017-attack"));

        eventually(
                "small one is through", () -> progress(small).getString("state").equals("COMPLETE"));
        assertThat(emails(large, "SENT")).isLessThan(300);
        as("officer").post("/campaigns/" + large + "/pause").then().statusCode(200);
    }

    @Test
    void nobodyReleasesHisOwnNorWhatHasChanged() {
        SendingFixture.affected("2016-attack", SendingFixture.customers(1, 1));
        JsonPath draft = SendingFixture.draft(SendingFixture.request(SendingFixture.template(), "2016-attack"));
        String approval = "/campaigns/" + draft.getString("id") + "/approval";
        Map<String, Object> looked = Map.of("digest", draft.getString("digest"));

        as("officer")
                .contentType(ContentType.JSON)
                .body(looked)
                .post(approval)
                .then()
                .statusCode(403);

        String changed = io.restassured.RestAssured.given()
                .baseUri(reportService)
                .get("/firm")
                .asString()
                .replace("0120-000-000", "0120-111-111");
        io.restassured.RestAssured.given().baseUri(reportService).body(changed).put("/firm");
        as("approver")
                .contentType(ContentType.JSON)
                .body(looked)
                .post(approval)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:problem:changed-since"));

        JsonPath again =
                as("approver").get("/campaigns/" + draft.getString("id")).jsonPath();
        assertThat(again.getString("state")).isEqualTo("DRAFT");
        SendingFixture.approve(again);
        as("approver")
                .contentType(ContentType.JSON)
                .body(Map.of("digest", again.getString("digest")))
                .post(approval)
                .then()
                .statusCode(409)
                .body("detail", containsString("APPROVED and cannot go to APPROVED"));
    }

    @Test
    void pausedCampaignSendsNothingUntilItGoesOn() {
        SendingFixture.affected("2016-attack", SendingFixture.customers(1, 5));
        Map<String, Object> slow = SendingFixture.request(SendingFixture.template(), "2016-attack");
        JsonPath draft = SendingFixture.draft(slow);
        SendingFixture.approve(draft);
        String campaign = "/campaigns/" + draft.getString("id");
        mail.follow(new ScriptedMailServer.Script() {
            @Override
            public boolean greets() {
                return false;
            }
        });
        SendingFixture.start(draft.getString("id"));
        as("officer").post(campaign + "/pause").then().statusCode(200).body("state", equalTo("PAUSED"));
        as("officer").post(campaign + "/pause").then().statusCode(409).body("detail", containsString("PAUSED"));
        // What was claimed before the pause is given back first: it could still go out.
        eventually("nothing is claimed", () -> emails(draft.getString("id"), "QUEUED") == 5);
        assertThat(mail.received()).isEmpty();
        mail.reset();

        as("officer").post(campaign + "/resume").then().statusCode(200).body("state", equalTo("RUNNING"));
        eventually("sent", () -> emails(draft.getString("id"), "SENT") == 5);
    }

    @Test
    void cancelledCampaignSendsNothingMore() {
        SendingFixture.affected("2016-attack", SendingFixture.customers(1, 30));
        Map<String, Object> slow = SendingFixture.request(SendingFixture.template(), "2016-attack");
        slow.put("ratePerSecond", 1);
        String id = SendingFixture.running(slow);
        eventually("one is sent", () -> emails(id, "SENT") >= 1);

        as("approver")
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "文面の誤り"))
                .post("/campaigns/" + id + "/cancel")
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));

        eventually("nothing is left", () -> emails(id, "QUEUED") + emails(id, "SENDING") == 0);
        assertThat(emails(id, "SENT") + emails(id, "CANCELLED")).isEqualTo(30);
        assertThat(mail.received()).hasSizeLessThan(20);
    }

    @Test
    void previewIsWhatWillBeSent() {
        everyKindOfRecipient();
        JsonPath draft =
                SendingFixture.draft(SendingFixture.request(SendingFixture.template(), "2016-attack", "2017-attack"));
        String path = "/campaigns/" + draft.getString("id") + "/preview";

        JsonPath first =
                as("approver").get(path).then().statusCode(200).extract().jsonPath();
        assertThat(first.getString("channel")).isEqualTo("EMAIL");
        assertThat(list(first.getString("body"))).hasSize(7);

        as("auditor").get(path).then().statusCode(403);
        as("officer").get(path + "?recipient=" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void worstCasesAreThoseOfTheLedgerAndALetterIsShownAsItWillBePrinted() throws Exception {
        SendingFixture.affected(
                "2016-attack",
                List.of(
                        SendingFixture.customer("1", "a@example.jp", "CUSTOMER_ID|EMAIL|PHONE"),
                        "2,LEGAL_ENTITY,例示見本商事株式会社北支店,,,,1000001,例示県,,CURRENT,CUSTOMER_ID",
                        "3,INDIVIDUAL,見本 子,,,,100-0003,例示県例示市例示町一丁目二番地三号見本ビルディング,,CURRENT,CUSTOMER_ID"));
        Map<String, Object> request = SendingFixture.request(SendingFixture.template(), "2016-attack");
        request.put("letterTemplate", SendingFixture.template("LETTER"));
        String path = "/campaigns/" + SendingFixture.draft(request).getString("id");

        JsonPath worst = as("approver")
                .get(path + "/worst-cases")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(worst.getString("LONGEST_NAME.body")).contains("外部からの不正アクセス").contains("［件名］");
        assertThat(worst.getString("LONGEST_NAME.channel")).isEqualTo("LETTER");
        assertThat(list(worst.getString("MOST_ITEMS.body"))).hasSize(4);
        assertThat(worst.getString("LONGEST_ADDRESS.recipient"))
                .isNotEqualTo(worst.getString("LONGEST_NAME.recipient"));

        byte[] pdf = as("approver")
                .get(path + "/preview.pdf?recipient=" + worst.getString("LONGEST_NAME.recipient"))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (PDDocument letter = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(letter)).contains("〒100-0001", "例示見本商事株式会社北支店　御中", "訓練");
        }
        as("auditor").get(path + "/preview.pdf").then().statusCode(403);
    }

    @Test
    void badDraftIsRefusedWithItsFields() {
        as("officer")
                .contentType(ContentType.JSON)
                .body("{\"title\":\"\",\"incidents\":[],\"ratePerSecond\":0}")
                .post("/campaigns")
                .then()
                .statusCode(400)
                .body("violations.size()", equalTo(5));
        as("officer")
                .contentType(ContentType.JSON)
                .body(SendingFixture.request(UUID.randomUUID().toString(), "2016-attack"))
                .post("/campaigns")
                .then()
                .statusCode(404);
        as("officer")
                .contentType(ContentType.JSON)
                .body(SendingFixture.request(SendingFixture.template(), "1999-attack"))
                .post("/campaigns")
                .then()
                .statusCode(404);
        as("desk")
                .contentType(ContentType.JSON)
                .body(SendingFixture.request(UUID.randomUUID().toString(), "2016-attack"))
                .post("/campaigns")
                .then()
                .statusCode(403);
    }

    @Test
    void campaignIsNotDraftedWhileReportServiceIsAway() {
        String template = SendingFixture.template();
        io.restassured.RestAssured.given().baseUri(reportService).body("").put("/firm");

        as("officer")
                .contentType(ContentType.JSON)
                .body(SendingFixture.request(template, "2016-attack"))
                .post("/campaigns")
                .then()
                .statusCode(503);
    }

    @Test
    void whatWasSentIsGenuineAndNothingElse() {
        SendingFixture.affected("2016-attack", SendingFixture.customers(1, 1));
        String number = LedgerFixture.strings(dataSource, "select inquiry_number from recipient")
                .get(0);
        io.restassured.RestAssured.given().get("/genuine/" + number).then().statusCode(404);
        String id = SendingFixture.running("2016-attack");
        eventually("sent", () -> emails(id, "SENT") == 1);

        io.restassured.RestAssured.given()
                .accept("text/html")
                .get("/genuine/" + number.toLowerCase(java.util.Locale.ROOT))
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .body(containsString("大切なお知らせ"))
                .body(containsString("決してありません"))
                .body(containsString("訓練"));
        io.restassured.RestAssured.given()
                .accept("application/json")
                .get("/genuine/" + number)
                .then()
                .statusCode(200)
                .body("messages[0].subject", org.hamcrest.Matchers.startsWith("【訓練】"))
                .body("messages[0].subject", containsString("大切なお知らせ"))
                .body("neverAsksForCredentials", equalTo(true));
        io.restassured.RestAssured.given()
                .accept("text/html")
                .get("/genuine/x")
                .then()
                .statusCode(404);
        io.restassured.RestAssured.given()
                .accept("application/json")
                .get("/genuine/x")
                .then()
                .statusCode(404);
    }
}

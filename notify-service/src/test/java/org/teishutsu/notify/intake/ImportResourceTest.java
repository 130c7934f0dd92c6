package org.teishutsu.notify.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.recipient.ContactKeys;
import org.teishutsu.notify.vault.Vault;
import org.teishutsu.testing.LogCapture;

@QuarkusTest
@NotifyServiceTest
class ImportResourceTest {

    private static final String INCIDENT = "2017-attack";

    @Inject
    DataSource dataSource;

    @Inject
    Vault vault;

    @Inject
    UnfinishedImports unfinishedImports;

    @ConfigProperty(name = "suite.other-service.url")
    String reportService;

    private List<Contact> contacts() {
        return LedgerFixture.contacts(dataSource, vault);
    }

    private String customerKey(String number) {
        return HexFormat.of()
                .formatHex(
                        vault.lookups(key -> ContactKeys.customer(key, number)).get(0));
    }

    private List<String> addressesOfFirstRejections() {
        List<String> addresses = new ArrayList<>();
        for (String row : strings(
                "select import_id || ' ' || encode(cells, 'hex') from import_rejection where row_no = 1 order by 1")) {
            byte[] sealed = HexFormat.of().parseHex(row.substring(row.indexOf(' ') + 1));
            UUID list = UUID.fromString(row.substring(0, row.indexOf(' ')));
            addresses.add(RejectedCells.open(vault, list, 1, sealed).get(ListColumn.ADDRESS.ordinal()));
        }
        return addresses;
    }

    @BeforeEach
    void emptyLedger() {
        LedgerFixture.empty(dataSource);
    }

    @AfterEach
    void reportServiceAsItWas() {
        for (String path : List.of("/leak-items", "/incidents/2017-attack")) {
            given().baseUri(reportService).delete(path).then().statusCode(204);
        }
    }

    @Test
    void aListGoesFromFileToLedger() {
        JsonPath staged = staged(
                "C1,INDIVIDUAL,髙﨑 一郎,タカサキ イチロウ,ichiro@example.jp,2015-04-01,100-0001,東京都見本1,090-0000-0001,CURRENT,NAME|EMAIL",
                "C2,LEGAL_ENTITY,㈱見本,,info@example.jp,,,,,CURRENT,NAME|EMAIL",
                ",INDIVIDUAL,見本 花子,,hanako@example.jp,,,,,APPLICANT,NAME|EMAIL|SURVEY",
                ",INDIVIDUAL,見本 花子,,hanako@example.jp,,,,,APPLICANT,NAME|EMAIL|SURVEY",
                "C3,INDIVIDUAL,,,x,,,,,CURRENT,NAME");

        assertCounts(staged, Map.of("rows", 5, "new", 3, "duplicate", 1, "rejected", 1));
        assertThat(staged.getString("state")).isEqualTo("STAGED");
        assertThat(staged.getString("encoding")).isEqualTo("UTF-8");
        assertThat(staged.getString("sha256")).matches("[0-9a-f]{64}");
        assertThat(staged.getString("by")).isEqualTo("officer");
        assertThat(staged.getString("fileName")).isEqualTo("list.csv");
        assertThat(staged.getList("combinations.exposures")).containsExactly(2, 1);
        assertThat(staged.getInt("before.exposures")).isZero();
        assertThat(staged.getInt("after.exposures")).isEqualTo(3);
        assertThat(staged.getInt("newRecipients")).isEqualTo(3);
        assertThat(staged.getInt("knownRecipients")).isZero();
        assertThat(staged.getList("combinations[0].items")).containsExactly("NAME", "EMAIL");
        assertThat(count("recipient")).isZero();

        applied(staged);
        assertThat(count("exposure")).isEqualTo(3);
        assertThat(contacts()).extracting(Contact::name).containsExactly("髙﨑 一郎", "㈱見本", "見本 花子");
        assertThat(strings("select inquiry_number from recipient"))
                .allMatch(number -> number.matches("[0-9A-Z]{5}-[0-9A-Z]{5}"))
                .doesNotHaveDuplicates();
        assertThat(strings("select distinct recorded_at::text from (select recorded_at from exposure union"
                        + " select recorded_at from recipient union select applied_at from import) stamps"))
                .hasSize(1);
        assertThat(count("import_row") + count("import_verdict"))
                .as("staged personal data")
                .isZero();
    }

    @Test
    void theSameFileAgainChangesNothing() {
        String[] rows = {
            "C1,INDIVIDUAL,山田 太郎,,t@example.jp,,,,,CURRENT,NAME",
            ",INDIVIDUAL,山田 花子,,h@example.jp,,,,,APPLICANT,NAME|EMAIL"
        };
        applied(staged(rows));
        List<String> before = strings("select x::text from exposure x union all select r::text from recipient r");
        JsonPath again = staged(rows);
        assertCounts(again, Map.of("rows", 2, "unchanged", 2));
        applied(again);
        assertThat(strings("select x::text from exposure x union all select r::text from recipient r"))
                .isEqualTo(before);
    }

    @Test
    void aChangedSetOfItemsWithdrawsTheOldOneWithTheSameStamp() {
        applied(staged("C1,INDIVIDUAL,山田 太郎,,t@example.jp,,,,,CURRENT,NAME"));
        JsonPath changed = staged("C1,INDIVIDUAL,山田 太郎,,t@example.jp,,,,,CURRENT,NAME|EMAIL");
        assertCounts(changed, Map.of("rows", 1, "changed", 1));
        applied(changed);
        assertThat(strings("select mask || ' ' || coalesce(reason, 'open') from exposure order by recorded_at"))
                .containsExactly("1 CHANGED", "5 open");
        assertThat(strings("select (max(withdrawn_at) = max(recorded_at))::text from exposure"))
                .containsExactly("true");
    }

    @Test
    void whoIsMeantIsDecidedByNumberAndWithoutOneByEmailAndName() {
        applied(staged(
                "C1,INDIVIDUAL,高橋 一郎,,family@example.jp,,,,,CURRENT,NAME",
                "C2,INDIVIDUAL,髙橋 一郎,,family@example.jp,,,,,CURRENT,NAME",
                ",INDIVIDUAL,見本 花子,,hanako@example.jp,,,,,APPLICANT,NAME"));
        JsonPath next = staged(
                "C1,INDIVIDUAL,別人 太郎,,x@example.jp,,,,,CURRENT,NAME", // same number, another name
                ",INDIVIDUAL,見本 次郎,,HANAKO@example.jp,,,,,APPLICANT,NAME", // same e-mail, another name
                ",INDIVIDUAL,髙橋　一郎,,Family@example.jp,,,,,CURRENT,NAME|EMAIL", // C2, and not C1
                "C9,INDIVIDUAL,甲 一,,ko@example.jp,,,,,CURRENT,NAME", // one number, two names
                "C9,INDIVIDUAL,乙 一,,otsu@example.jp,,,,,CURRENT,NAME",
                ",INDIVIDUAL,丙 一,,hei@example.jp,,,,,APPLICANT,NAME", // one e-mail, two names
                ",INDIVIDUAL,丁 一,,hei@example.jp,,,,,APPLICANT,NAME",
                "C4,INDIVIDUAL,戊 一,,bo@example.jp,,,,,CURRENT,NAME", // twice, other items
                "C4,INDIVIDUAL,戊 一,,bo@example.jp,,,,,CURRENT,NAME|EMAIL");
        assertCounts(next, Map.of("rows", 9, "changed", 1, "waiting", 8, "contactDiffers", 1));
        assertThat(next.getMap("waitingFor"))
                .isEqualTo(Map.of("NUMBER_OTHER_NAME", 3, "EMAIL_OTHER_NAME", 3, "ITEMS_DIFFER", 2));
        assertThat(as("approver")
                        .get("/imports/{id}/waiting.csv", next.getString("id"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .startsWith("\uFEFFline,")
                .contains("\r\n2,,同じお客様番号が別の氏名で")
                .contains(",C1,INDIVIDUAL,別人 太郎,,x@example.jp,,,,,CURRENT,,NAME\r\n")
                .contains("\r\n10,,同じ方が異なる漏えい項目で")
                .hasLineCount(9);
        applied(next);
        assertThat(strings("select k.id = (select id from recipient where customer_key = '\\x" + customerKey("C2")
                        + "') from exposure x join recipient k on k.id = x.recipient_id"
                        + " where x.withdrawn_at is not null"))
                .containsExactly("t");
        assertThat(count("import_row")).as("waiting rows stay").isEqualTo(8);
    }

    @Test
    void anApplicantIsNeverTakenForACustomerInWhicheverOrderTheyCome() {
        String applicant = ",INDIVIDUAL,見本 花子,,hanako@example.jp,,,,,APPLICANT,NAME";
        String customer = "C7,INDIVIDUAL,見本　花子,,hanako@example.jp,,,,,CURRENT,NAME|EMAIL";
        applied(staged(applicant));
        JsonPath later = staged(customer);
        assertCounts(later, Map.of("rows", 1, "new", 1));
        applied(later);
        assertThat(contacts()).extracting(Contact::customerNumber).containsExactly(null, "C7");
        assertCounts(staged(applicant), Map.of("rows", 1, "unchanged", 1));
        LedgerFixture.empty(dataSource);
        applied(staged(customer));
        JsonPath other = staged(applicant);
        assertCounts(other, Map.of("rows", 1, "new", 1));
        applied(other);
        LedgerFixture.empty(dataSource);
        assertCounts(staged(applicant, customer), Map.of("rows", 2, "new", 2));
    }

    @Test
    void aCustomerAndTheSameCustomerWithoutNumberInOneListAreOneRecipient() {
        JsonPath staged = staged(
                ",INDIVIDUAL,見本 花子,,hanako@example.jp,,,,,CURRENT,NAME",
                "C7,INDIVIDUAL,見本 花子,,hanako@example.jp,,,,,CURRENT,NAME");
        assertCounts(staged, Map.of("rows", 2, "new", 1, "duplicate", 1));
        applied(staged);
        assertThat(contacts()).extracting(Contact::customerNumber).containsExactly("C7");
        assertThat(strings("select status from recipient")).containsExactly("CURRENT");
    }

    @Test
    void severalCustomersOfOneNameAndEmailAreNotGuessedAt() {
        assertCounts(
                staged(
                        "C7,INDIVIDUAL,見本 花子,,hanako@example.jp,,,,,CURRENT,NAME",
                        "C8,INDIVIDUAL,見本 花子,,hanako@example.jp,,,,,CURRENT,NAME",
                        ",INDIVIDUAL,見本 花子,,hanako@example.jp,,,,,CURRENT,NAME"),
                Map.of("rows", 3, "new", 2, "waiting", 1));
    }

    @Test
    void oneRecipientCanBeInSeveralIncidents() {
        String row = "C1,INDIVIDUAL,山田 太郎,,t@example.jp,,,,,CURRENT,EMAIL";
        applied(staged(row));
        JsonPath other = post("2016-attack", list(row).getBytes(StandardCharsets.UTF_8))
                .statusCode(201)
                .extract()
                .jsonPath();
        assertCounts(other, Map.of("rows", 1, "new", 1));
        applied(other);
        assertThat(count("recipient")).isEqualTo(1);
        assertThat(strings("select incident from exposure where withdrawn_at is null order by 1"))
                .containsExactly("2016-attack", "2017-attack");
    }

    @Test
    void windows31jIsReadAsWhatItIs() {
        byte[] bytes =
                list("C1,INDIVIDUAL,髙﨑 一郎～①,,t@example.jp,,,,,CURRENT,NAME").getBytes(Charset.forName("windows-31j"));
        JsonPath staged = post(INCIDENT, bytes).statusCode(201).extract().jsonPath();
        assertThat(staged.getString("encoding")).isEqualTo("windows-31j");
        applied(staged);
        assertThat(contacts()).extracting(Contact::name).containsExactly("髙﨑 一郎～①");
    }

    @Test
    void rejectedRowsComeBackWithReasonsAndCanBeSentAgain() {
        JsonPath staged = staged(
                "C1,INDIVIDUAL,,,=cmd()@x,,,=1+1,,CURRENT,NAME",
                "C2,INDIVIDUAL,\"山田,\u0000太郎\",,t@example.jp,,,,,CURRENT,SALARY",
                "C3,INDIVIDUAL");
        assertCounts(staged, Map.of("rows", 3, "rejected", 3));
        byte[] file = as("approver")
                .get("/imports/{id}/rejections.csv", staged.getString("id"))
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .extract()
                .asByteArray();
        String text = new String(file, StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("\uFEFF" + ReturnedColumns.LINE + "," + ReturnedColumns.REASONS
                        + ",customer_number,party,name,")
                .contains("\n2,[name] 氏名・名称がありません。 / The name is missing")
                .contains(" | [email] メールアドレスの形式ではありません。")
                .contains(",C1,INDIVIDUAL,,,'=cmd()@x,,,'=1+1,,CURRENT,NAME\n")
                .contains("The catalogue does not know this leak item.")
                .contains("\n4,列数が見出しと異なります。")
                .endsWith(",C3,INDIVIDUAL\n");
        JsonPath again = post(INCIDENT, file).statusCode(201).extract().jsonPath();
        assertCounts(again, Map.of("rows", 3, "rejected", 3));
        assertThat(addressesOfFirstRejections()).containsExactly("=1+1", "'=1+1");
        byte[] twice = as("approver")
                .get("/imports/{id}/rejections.csv", again.getString("id"))
                .then()
                .extract()
                .asByteArray();
        assertThat(twice).as("neither columns nor prefixes gather").isEqualTo(file);
    }

    @Test
    void whatCannotBeReadLeavesAnImportThatSaysWhy() {
        post(INCIDENT, new byte[0]).statusCode(400).body("detail", equalTo("The file is empty"));
        post(INCIDENT, Lists.HEADER.getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("type", equalTo("urn:problem:unreadable-file"))
                .body("detail", equalTo("The file has a header and no rows"));
        post(INCIDENT, "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("violations.message", hasItem("The column items is missing"));
        post(INCIDENT, list("C1,INDIVIDUAL,\"山田").getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("detail", equalTo("The quote that opens in line 2 is never closed"));
        byte[] undecodable =
                list("C1,INDIVIDUAL,??,,t@example.jp,,,,,CURRENT,NAME").getBytes(StandardCharsets.UTF_8);
        undecodable[Lists.HEADER.length() + 14] = (byte) 0xFF;
        post(INCIDENT, undecodable)
                .statusCode(400)
                .body("detail", containsString("offset " + (Lists.HEADER.length() + 14) + " in line 2"));
        as("auditor")
                .get("/imports?incident=" + INCIDENT)
                .then()
                .statusCode(200)
                .body("items.state", equalTo(List.of("FAILED", "FAILED", "FAILED", "FAILED", "FAILED")))
                .body("items[0].failure", equalTo("The file is empty"));
        assertThat(count("import_row") + count("import_rejection")).isZero();
    }

    @Test
    void anUnknownIncidentIsNotFound() {
        post("2099-attack", list().getBytes(StandardCharsets.UTF_8))
                .statusCode(404)
                .body("detail", equalTo("There is no incident 2099-attack"));
        assertThat(count("import")).isZero();
    }

    @Test
    void withoutReportServiceTheLastCopyIsGoodEnough() {
        String row = "C1,INDIVIDUAL,山田 太郎,,t@example.jp,,,,,CURRENT,NAME";
        staged(row);
        given().baseUri(reportService).put("/leak-items").then().statusCode(204);
        given().baseUri(reportService).put("/incidents/2017-attack").then().statusCode(204);
        assertCounts(staged(row), Map.of("rows", 1, "new", 1));
        LedgerFixture.execute(dataSource, "delete from incident_copy");
        post(INCIDENT, list(row).getBytes(StandardCharsets.UTF_8))
                .statusCode(503)
                .body("type", equalTo("urn:problem:unavailable"));
    }

    @Test
    void anItemAddedToTheCatalogueGetsTheNextBit() {
        staged("C1,INDIVIDUAL,山田 太郎,,t@example.jp,,,,,CURRENT,NAME");
        given().baseUri(reportService)
                .contentType("application/json; charset=UTF-8")
                .body("[{\"code\":\"TRADE_HISTORY\",\"label\":\"取引履歴\"},{\"code\":\"NAME\",\"label\":\"お名前\"}]")
                .put("/leak-items");
        JsonPath grown = staged("C1,INDIVIDUAL,山田 太郎,,t@example.jp,,,,,CURRENT,TRADE_HISTORY|NAME|EMAIL");
        assertThat(grown.getList("combinations[0].items")).containsExactly("NAME", "EMAIL", "TRADE_HISTORY");
        assertThat(strings("select label from leak_item where code = 'NAME'")).containsExactly("お名前");
        LedgerFixture.execute(
                dataSource, "delete from import_combination; delete from leak_item where code = 'TRADE_HISTORY'");
    }

    @Test
    void onlyASecondPersonApplies() {
        String id = staged("C1,INDIVIDUAL,山田 太郎,,t@example.jp,,,,,CURRENT,NAME").getString("id");
        application("officer", id, "x").statusCode(403).body("type", equalTo("urn:problem:forbidden"));
        application("auditor", id, "x").statusCode(403);
        LedgerFixture.execute(dataSource, "update import set received_by = 'approver'");
        application("approver", id, "x").statusCode(403).body("type", equalTo("urn:problem:four-eyes"));
        given().get("/imports/" + id).then().statusCode(401);
        as("desk").get("/imports/" + id).then().statusCode(403);
        as("auditor").get("/imports/" + id + "/rejections.csv").then().statusCode(403);
        as("auditor").get("/imports/" + id + "/waiting.csv").then().statusCode(403);
        as("approver")
                .body("x")
                .contentType("text/csv")
                .post("/incidents/2017-attack/imports")
                .then()
                .statusCode(403);
    }

    @Test
    void whatIsAppliedCannotBeAppliedOrDiscardedAgain() {
        JsonPath staged = staged("C1,INDIVIDUAL,山田 太郎,,t@example.jp,,,,,CURRENT,NAME");
        applied(staged);
        String id = staged.getString("id");
        application("approver2", id, staged.getString("digest"))
                .statusCode(409)
                .body("type", equalTo("urn:problem:illegal-transition"))
                .body("detail", equalTo("import " + id + " is APPLIED and cannot go to APPLIED"));
        discard("officer", id, "twice")
                .statusCode(409)
                .body("detail", equalTo("import " + id + " is APPLIED and cannot go to DISCARDED"));
    }

    @Test
    void aDiscardedListLeavesItsCountsAndNoPersonalData() {
        JsonPath staged = staged("C1,INDIVIDUAL,山田 太郎,,t@example.jp,,,,,CURRENT,NAME", "broken");
        String id = staged.getString("id");
        discard("officer", id, " ").statusCode(400).body("violations.field", hasItem("reason"));
        discard("officer2", id, "取り違え")
                .statusCode(200)
                .body("state", equalTo("DISCARDED"))
                .body("discardReason", equalTo("取り違え"))
                .body("rows", equalTo(2));
        assertThat(count("import_row") + count("import_rejection") + count("recipient"))
                .isZero();
        application("approver", id, staged.getString("digest"))
                .statusCode(409)
                .body("detail", equalTo("import " + id + " is DISCARDED and cannot go to APPLIED"));
    }

    @Test
    void ofTwoListsThatChangeTheSameThingTheSecondMustBeLookedAtAgain() {
        JsonPath first = staged("C1,INDIVIDUAL,山田 太郎,,t@example.jp,,,,,CURRENT,NAME");
        JsonPath second = staged("C1,INDIVIDUAL,山田 太郎,,t@example.jp,,,,,CURRENT,NAME|EMAIL");
        applied(first);
        String id = second.getString("id");
        application("approver", id, second.getString("digest"))
                .statusCode(409)
                .body("type", equalTo("urn:problem:changed-since"));
        JsonPath lookedAtAgain =
                as("approver").get("/imports/" + id).then().extract().jsonPath();
        assertCounts(lookedAtAgain, Map.of("rows", 1, "changed", 1));
        applied(lookedAtAgain);
        assertThat(strings("select mask::text from exposure where withdrawn_at is null"))
                .containsExactly("5");
    }

    @Test
    void aListOfAnotherIncidentIsNotDisturbedOneOfTheSameIncidentIs() {
        JsonPath first = staged("C1,INDIVIDUAL,山田 太郎,,t@example.jp,,,,,CURRENT,NAME");
        JsonPath second = staged("C2,INDIVIDUAL,山田 次郎,,j@example.jp,,,,,CURRENT,NAME");
        JsonPath other = post(
                        "2016-attack",
                        list("C3,INDIVIDUAL,山田 三郎,,s@example.jp,,,,,CURRENT,NAME")
                                .getBytes(StandardCharsets.UTF_8))
                .statusCode(201)
                .extract()
                .jsonPath();
        applied(first);
        application("approver", second.getString("id"), second.getString("digest"))
                .statusCode(409)
                .body("type", equalTo("urn:problem:changed-since"));
        JsonPath again = as("approver")
                .get("/imports/" + second.getString("id"))
                .then()
                .extract()
                .jsonPath();
        assertThat(again.getInt("before.exposures")).isEqualTo(1);
        assertThat(again.getInt("after.exposures")).isEqualTo(2);
        applied(again);
        applied(other);
        assertThat(count("exposure")).isEqualTo(3);
    }

    @Test
    void aFailureInTheMiddleAppliesNothing() {
        JsonPath staged = staged("C1,INDIVIDUAL,山田 太郎,,t@example.jp,,,,,CURRENT,NAME");
        failWith("exposure", staged);
        assertThat(count("recipient")).isZero();
        assertThat(strings("select state from import")).containsExactly("STAGED");
        applied(staged);
    }

    @Test
    void aRowThatFailsIsNotWrittenIntoTheLog() {
        JsonPath staged = staged("C1,INDIVIDUAL,山田 太郎,,t@example.jp,,,,,CURRENT,NAME");
        try (LogCapture log = new LogCapture()) {
            failWith("recipient", staged);
            assertThat(log.text()).contains("full_disk").doesNotContain("山田").doesNotContain("t@example.jp");
        }
    }

    @Test
    void ofTwoWhoApplyAtOnceOneWinsAndTheOtherIsToldTheState() throws Exception {
        JsonPath staged = staged("C1,INDIVIDUAL,山田 太郎,,t@example.jp,,,,,CURRENT,NAME");
        CountDownLatch together = new CountDownLatch(2);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Future<JsonPath>> answers = new ArrayList<>();
            for (String user : List.of("approver", "approver2")) {
                answers.add(people.submit(() -> {
                    together.countDown();
                    together.await();
                    return application(user, staged.getString("id"), staged.getString("digest"))
                            .extract()
                            .jsonPath();
                }));
            }
            List<JsonPath> both = List.of(answers.get(0).get(), answers.get(1).get());
            assertThat(both)
                    .filteredOn(answer -> "APPLIED".equals(answer.getString("state")))
                    .hasSize(1);
            assertThat(both)
                    .filteredOn(answer -> answer.getString("status") != null)
                    .singleElement()
                    .satisfies(answer -> assertThat(answer.getString("detail"))
                            .isEqualTo("import " + staged.getString("id") + " is APPLIED and cannot go to APPLIED"));
        } finally {
            people.shutdownNow();
        }
        assertThat(count("exposure")).isEqualTo(1);
    }

    @Test
    void unknownImportsAndUnknownFieldsAreRefused() {
        UUID unknown = UUID.randomUUID();
        as("officer")
                .get("/imports/" + unknown)
                .then()
                .statusCode(404)
                .body("detail", containsString(unknown.toString()));
        as("officer").get("/imports/{id}/rejections.csv", unknown).then().statusCode(404);
        application("approver", unknown.toString(), "x").statusCode(404);
        String id = staged("C1,INDIVIDUAL,山田 太郎,,t@example.jp,,,,,CURRENT,NAME").getString("id");
        as("approver")
                .contentType("application/json")
                .body("{\"digest\":\"x\",\"force\":true}")
                .post("/imports/{id}/application", id)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("force"));
        application("approver", id, "x").statusCode(409).body("type", equalTo("urn:problem:changed-since"));
    }

    @Test
    void whatAnEndedProcessLeftIsClosedTheDayAfterAndWhatStillArrivesIsNot() {
        LedgerFixture.execute(dataSource, """
                insert into import (id, incident, state, received_at, received_by) values
                    (gen_random_uuid(), '2017-attack', 'RECEIVING', '2017-07-31T13:59:59Z', 'officer'),
                    (gen_random_uuid(), '2017-attack', 'RECEIVING', '2017-07-31T14:00:00Z', 'officer')
                """);
        unfinishedImports.tick(LocalDate.of(2017, 8, 1));
        unfinishedImports.tick(LocalDate.of(2017, 8, 1));
        assertThat(strings("select state from import order by received_at")).containsExactly("FAILED", "RECEIVING");
    }

    @Test
    void listsArePagedInTheOrderOfReception() {
        for (int i = 0; i < 3; i++) {
            staged("C1,INDIVIDUAL,山田 太郎,,t@example.jp,,,,,CURRENT,NAME");
        }
        JsonPath first = as("officer")
                .get("/imports?limit=2")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(first.getList("items")).hasSize(2);
        as("officer")
                .get("/imports?limit=2&after=" + first.getString("next"))
                .then()
                .body("items", hasSize(1))
                .body("next", equalTo(null));
        as("officer").get("/imports?limit=1001").then().statusCode(400);
    }

    private JsonPath staged(String... rows) {
        return post(INCIDENT, list(rows).getBytes(StandardCharsets.UTF_8))
                .statusCode(201)
                .header("Location", matchesPattern(".*/imports/[0-9a-f-]{36}"))
                .extract()
                .jsonPath();
    }

    private void applied(JsonPath staged) {
        application("approver", staged.getString("id"), staged.getString("digest"))
                .statusCode(200)
                .body("state", equalTo("APPLIED"))
                .body("appliedBy", equalTo("approver"));
    }

    private void failWith(String table, JsonPath staged) {
        LedgerFixture.execute(dataSource, "alter table " + table + " add constraint full_disk check (false) not valid");
        try {
            application("approver", staged.getString("id"), staged.getString("digest"))
                    .statusCode(500)
                    .body("detail", not(containsString("full_disk")));
        } finally {
            LedgerFixture.execute(dataSource, "alter table " + table + " drop constraint full_disk");
        }
    }

    private static String list(String... rows) {
        return Lists.HEADER + String.join("\n", rows) + "\n";
    }

    private ValidatableResponse post(String incident, byte[] file) {
        return as("officer")
                .contentType("text/csv")
                .body(file)
                .queryParam("reason", "追加の調査")
                .post("/incidents/{code}/imports?name=list.csv", incident)
                .then()
                .body(not(startsWith("<")));
    }

    private static ValidatableResponse application(String user, String id, String digest) {
        return as(user).contentType("application/json")
                .body(Map.of("digest", digest))
                .post("/imports/{id}/application", id)
                .then();
    }

    private static ValidatableResponse discard(String user, String id, String reason) {
        return as(user).contentType("application/json")
                .body(Map.of("reason", reason))
                .post("/imports/{id}/discard", id)
                .then();
    }

    private static RequestSpecification as(String user) {
        return given().auth().preemptive().basic(user, "test");
    }

    /** Those named, and zero for the others: every row counts once. */
    private static void assertCounts(JsonPath list, Map<String, Integer> expected) {
        for (String count :
                List.of("rows", "new", "changed", "unchanged", "duplicate", "waiting", "rejected", "contactDiffers")) {
            assertThat(list.getInt("'" + count + "'")).as(count).isEqualTo(expected.getOrDefault(count, 0));
        }
    }

    private long count(String table) {
        return Long.parseLong(strings("select count(*)::text from " + table).get(0));
    }

    private List<String> strings(String sql) {
        return LedgerFixture.strings(dataSource, sql);
    }
}

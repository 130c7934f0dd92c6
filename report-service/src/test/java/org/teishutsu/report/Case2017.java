package org.teishutsu.report;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.oneOf;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.teishutsu.common.time.Jst;

/** The 2017 case, entered through the API as an officer would; each call makes one of its own. */
public final class Case2017 {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Orders whose duty to report no test has ended yet, and whose they are. */
    private static final Map<String, Case2017> OPEN = new HashMap<>();

    public final String attack2016;
    public final String attack2017;
    private final int mark = COUNT.incrementAndGet();

    public Case2017() {
        attack2016 = "2016-attack-" + mark;
        attack2017 = "2017-attack-" + mark;
    }

    /** A call by a user of the tests. */
    public static RequestSpecification as(String user) {
        return given().auth().preemptive().basic(user, "test").contentType(ContentType.JSON);
    }

    /** Creates something and gives the {@code Location} back. */
    public static String create(String user, String path, String body) {
        return as(user).body(body).post(path).then().statusCode(201).extract().header("Location");
    }

    public static String idOf(String user, String path, String body) {
        return as(user).body(body).post(path).then().statusCode(201).extract().path("id");
    }

    public void enterIncidents() {
        create("officer", "/incidents", """
                {"code": "%s", "title": "平成28年の不正アクセスによるお客様情報の漏えい",
                 "occurredFrom": "2016-07-01", "occurredTo": "2016-11-30",
                 "detectedAt": "2017-07-18T01:00:00Z", "containedAt": "2017-07-22T06:00:00Z",
                 "population": "平成28年当時に口座を開設していたお客様（解約済みのお客様を含む。）",
                 "items": ["CUSTOMER_ID", "BIRTH_DATE", "EMAIL", "PHONE", "MOBILE_PHONE",
                           "FIRST_LOGIN_PASSWORD", "VIRTUAL_ACCOUNT"],
                 "notLeaked": [{"item": "MY_NUMBER", "since": "2017-07-31"}],
                 "investigator": "第三者調査機関",
                 "cause": "外部からの不正アクセス", "description": "断続的な不正アクセスを受けた。"}
                """.formatted(attack2016));
        create("officer", "/incidents", """
                {"code": "%s", "title": "平成29年の不正アクセスによるお客様情報の漏えい",
                 "occurredFrom": "2017-07-13", "occurredTo": "2017-07-13",
                 "detectedAt": "2017-07-13T06:00:00Z", "containedAt": "2017-07-13T06:10:00Z",
                 "population": "セミナーに申し込まれたお客様及び口座を開設していたお客様",
                 "items": ["NAME", "ADDRESS", "SEX", "BIRTH_DATE", "AGE", "EMAIL", "PHONE",
                           "MOBILE_PHONE", "BANK_ACCOUNT", "SURVEY"],
                 "notLeaked": [{"item": "PASSWORD", "since": "2017-07-17", "note": "取引に必要なもの"},
                               {"item": "MY_NUMBER", "since": "2017-07-17"}]}
                """.formatted(attack2017));
    }

    /** The firm that files. */
    public void enterFirm() {
        as("officer").body("""
                {"name": "サンプルＦＸ株式会社", "seat": "東京都架空区見本町一丁目1番1号",
                 "registrationNumber": "関東財務局長（金商）第0000号", "corporateNumber": "0000000000000",
                 "representativeTitle": "代表取締役", "representativeName": "見本　太郎",
                 "contactDepartment": "内部管理統括部", "contactPhone": "03-0000-0001",
                 "deskPhone": "0120-000-000", "deskHours": "平日9時から18時まで", "bureauAddressee": "関東財務局長"}
                """).put("/firm").then().statusCode(200);
    }

    /** An order like that of 2017-07-28 whose first report is due a fortnight from now; gives its id. */
    public String enterOrder() {
        return enterOrder("第%d号".formatted(mark), 14);
    }

    /** The same under another document number, its first report due in so many days. */
    public String enterOrder(String documentNumber, int days) {
        endOthers();
        String order = idOf("officer", "/orders", """
                {"authority": "関東財務局", "documentNumber": "関財金7%s",
                 "legalBasis": "金融商品取引法第51条", "issuedOn": "2017-07-28",
                 "receivedAt": "2017-07-28T06:00:00Z", "incidents": ["%s", "%s"],
                 "clauses": [
                   {"number": 1, "kind": "CONTAIN", "text": "新規の口座開設を当面停止し、漏えいの可能性を網羅的に検証すること。"},
                   {"number": 2, "kind": "LIMIT_HARM", "text": "漏えいした情報の悪用による被害の拡大を防ぐこと。"},
                   {"number": 3, "kind": "INFORM_CUSTOMERS", "text": "お客様に適切に説明し、お問い合わせに十分に対応すること。"},
                   {"number": 4, "kind": "REPORT", "text": "上記の対応・実施状況を書面で報告すること。"}],
                 "firstReportDueOn": "%s", "intervalMonths": 1,
                 "asOfRule": {"kind": "OPEN_DAYS_BEFORE", "days": 5}, "takesJson": false}
                """.formatted(
                        documentNumber, attack2016, attack2017, Jst.date(now()).plusDays(days)));
        OPEN.put(order, this);
        return order;
    }

    /** Ends the duties that earlier tests left: each day that passes would go on writing their reports. */
    private void endOthers() {
        OPEN.forEach((order, of) -> {
            if (of != this) {
                as("officer")
                        .body("{\"document\": \"関財金7終\", \"effectiveOn\": \"2017-07-28\"}")
                        .post("/orders/" + order + "/release")
                        .then()
                        .statusCode(oneOf(200, 409)); // 409: its own test has ended it
            }
        });
        OPEN.values().removeIf(of -> of != this);
    }

    /** A measure that answers one clause. */
    public void enterMeasure(String order, int clause) {
        create("officer", "/measures", """
                {"order": "%s", "title": "改善策%d", "owner": "システム部長", "clauses": [%d],
                 "verification": "内部監査室が毎月確認する。",
                 "stages": [{"stage": "IN_FORCE", "due": "2030-12-27"}]}
                """.formatted(order, clause, clause));
    }

    /** Where the drill's clock stands. */
    public static Instant now() {
        return Instant.parse(as("officer").get("/drill/clock").then().extract().path("instant"));
    }

    /** Sets the drill's clock to the morning after the as-of date of a report; the daily ticks run on the way. */
    public static void passAsOf(String order, int number) {
        pass(Instant.parse(as("officer")
                .get("/orders/" + order + "/deadlines")
                .then()
                .extract()
                .path("items[" + number + "].asOf")));
    }

    /** Sets the drill's clock to the morning after the date the order fixes for a report. */
    public static void passNominal(String order, int number) {
        String nominal = as("officer")
                .get("/orders/" + order + "/deadlines")
                .then()
                .extract()
                .path("items[" + number + "].nominal");
        pass(Jst.endOf(LocalDate.parse(nominal)));
    }

    private static void pass(Instant midnight) {
        as("officer")
                .body("{\"instant\": \"%s\"}".formatted(midnight.plusSeconds(3600)))
                .put("/drill/clock")
                .then()
                .statusCode(200);
    }
}

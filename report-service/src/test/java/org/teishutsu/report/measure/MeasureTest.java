package org.teishutsu.report.measure;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.teishutsu.report.Case2017.as;
import static org.teishutsu.report.Case2017.create;
import static org.teishutsu.report.Case2017.idOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.time.Jst;
import org.teishutsu.report.Case2017;
import org.teishutsu.report.RealSurroundings;

/** Measures through the API: their stages one after the other, two officers at one of them, what is late. */
@QuarkusTest
@RealSurroundings
class MeasureTest {
    private final Case2017 entered = new Case2017();
    private String order;

    @BeforeEach
    void enterCase() {
        entered.enterIncidents();
        order = entered.enterOrder();
    }

    @Test
    void theSecondOfTwoOfficersIsToldWhatTheFirstChanged() {
        String measure = measure("ログ監視");
        edit("officer", measure, 1, "システム部長", "2030-01-15").statusCode(200).body("revision", equalTo(2));
        create("officer", measure + "/slip", """
                {"stage": "IN_FORCE", "newDue": "2031-01-31", "reason": "機器の納期"}""");

        edit("officer2", measure, 1, "情報管理部長", "2030-01-15")
                .statusCode(409)
                .body("type", equalTo("urn:problem:changed-since"))
                .body("detail", containsString("officer changed it since revision 1"))
                .body("violations.field", contains("owner", "stages.PLANNED.due", "stages.IN_FORCE.due"))
                .body("violations[0].message", equalTo("was 「部長」, is now 「システム部長」"))
                .body("violations[2].message", equalTo("was 「2030-12-27」, is now 「2031-01-31」"));
        as("officer2")
                .body("{\"stage\": \"PLANNED\", \"newDue\": \"2030-06-28\", \"reason\": \"x\", \"revision\": 2}")
                .post(measure + "/slip")
                .then()
                .statusCode(409)
                .body("violations.field", contains("stages.IN_FORCE.due"));
        as("auditor").get(measure).then().body("owner", equalTo("システム部長")).body("revision", equalTo(3));
        as("auditor").get(measure + "/revisions").then().body("owner", contains("部長", "システム部長"));
    }

    @Test
    void anEditThatChangesNothingMakesNoRevision() {
        String measure = measure("同じ");
        edit("officer", measure, 1, "部長", "2030-01-31").statusCode(200).body("revision", equalTo(1));
        edit("officer", measure, 7, "部長", "2030-01-31").statusCode(400).body("violations.field", contains("revision"));
    }

    @Test
    void aLaterDateIsASlipAndNoStageIsDropped() {
        String measure = measure("期限");
        edit("officer", measure, 1, "部長", "2030-03-29")
                .statusCode(400)
                .body("violations[0].message", containsString("a later date is a slip"));
        as("officer")
                .body(body("期限", "\"revision\": 1", "部長", "[{\"stage\": \"PLANNED\", \"due\": \"2030-01-31\"}]"))
                .put(measure)
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("CODIFIED cannot be taken away"));
    }

    @Test
    void stagesOutOfOrderAreRefused() {
        as("officer")
                .body(body("順序", "\"order\": \"" + order + "\"", "部長", """
                        [{"stage": "PLANNED", "due": "2030-02-01"}, {"stage": "IN_FORCE", "due": "2030-01-31"}]"""))
                .post("/measures")
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("IN_FORCE must not be due before PLANNED"));
        String measure = measure("順序");
        done(measure, "IN_FORCE", "2017-07-25", "")
                .statusCode(409)
                .body("detail", containsString("PLANNED comes before"));
        done(measure, "PLANNED", "2016-06-30", "")
                .statusCode(400)
                .body("violations[0].message", containsString("incident"));
        done(measure, "PLANNED", Jst.date(Case2017.now()).plusDays(1).toString(), "")
                .statusCode(400)
                .body("violations[0].message", containsString("future"));
        done(measure, "PLANNED", "2017-07-26", "").statusCode(201);
        done(measure, "PLANNED", "2017-07-26", "").statusCode(409);
        done(measure, "IN_FORCE", "2017-07-25", "")
                .statusCode(400)
                .body("violations[0].message", containsString("2017-07-26, when PLANNED was done"));
        edit("officer", measure, 2, "部長", "2030-01-30")
                .statusCode(400)
                .body("violations[0].message", containsString("PLANNED is done and its date stays"));
    }

    @Test
    void aMeasureIsVerifiedWithWhatWasFound() {
        String measure = idOf("officer", "/measures", body("検証", "\"order\": \"" + order + "\"", "部長", """
                [{"stage": "VERIFIED", "due": "2030-01-31"}]"""));
        String path = "/measures/" + measure;
        done(path, "VERIFIED", "2017-07-25", "").statusCode(400);
        done(path, "VERIFIED", "2017-07-25", ", \"effect\": \"NOT_EFFECTIVE\"").statusCode(400);
        as("officer")
                .body("{\"text\": \"検知できなかった。\", \"effect\": \"NOT_EFFECTIVE\"}")
                .post(path + "/progress")
                .then()
                .statusCode(201)
                .body("stage", equalTo(null));
        done(path, "VERIFIED", "2017-07-25", ", \"effect\": \"EFFECTIVE\"")
                .statusCode(201)
                .body("progress.effect", contains("NOT_EFFECTIVE", "EFFECTIVE"));
    }

    @Test
    void whatIsLateIsListedWithTheOpenDaysSince() {
        LocalDate past = Jst.date(Case2017.now()).minusDays(20);
        String late =
                idOf("officer", "/measures", body("遅れ", "\"order\": \"" + order + "\"", "遅れ部長", """
                [{"stage": "PLANNED", "due": "%s"}, {"stage": "IN_FORCE", "due": "2030-12-27"}]""".formatted(past)));
        measure("間に合う");

        as("auditor")
                .get("/measures?late=true&order=" + order)
                .then()
                .body("items.id", contains(late))
                .body("items[0].late.stage", contains("PLANNED"))
                .body("items[0].late[0].due", equalTo(past.toString()));
        as("auditor").get("/measures/" + late).then().body("late.stage", contains("PLANNED"));
        as("auditor").get("/measures?owner=遅れ部長&order=" + order).then().body("items.id", contains(late));
        create("officer", "/measures/" + late + "/slip", """
                {"stage": "PLANNED", "newDue": "2030-06-28", "reason": "要員"}""");
        as("auditor").get("/measures?late=true&order=" + order).then().body("items", empty());
    }

    @Test
    void listsArePagedByKey() {
        for (int i = 0; i < 7; i++) {
            create("officer", measure("策" + i) + "/progress", "{\"text\": \"着手した。\"}");
        }
        String first = as("auditor")
                .get("/measures?limit=3&order=" + order)
                .then()
                .body("items.title", contains("策0", "策1", "策2"))
                .extract()
                .path("next");
        as("auditor")
                .get("/measures?limit=3&order=" + order + "&after=" + first)
                .then()
                .body("items.title", contains("策3", "策4", "策5"));
        as("auditor").get("/measures?after=x").then().statusCode(400).body("violations.field", contains("after"));
        String measure = measure("長い");
        for (int i = 0; i < 5; i++) {
            create("officer", measure + "/progress", "{\"text\": \"記録" + i + "\"}");
        }
        String next = as("auditor")
                .get(measure + "/progress?limit=2")
                .then()
                .body("items.text", contains("記録0", "記録1"))
                .extract()
                .path("next");
        as("auditor")
                .get(measure + "/progress?limit=2&after=" + next)
                .then()
                .body("items.text", contains("記録2", "記録3"));
    }

    private String measure(String title) {
        return "/measures/"
                + idOf("officer", "/measures", body(title, "\"order\": \"" + order + "\"", "部長", stages("2030-01-31")));
    }

    private static ValidatableResponse edit(
            String officer, String measure, int revision, String owner, String planned) {
        String title = as("auditor").get(measure).then().extract().path("title");
        return as(officer)
                .body(body(title, "\"revision\": " + revision, owner, stages(planned)))
                .put(measure)
                .then();
    }

    private static String stages(String planned) {
        return """
                [{"stage": "PLANNED", "due": "%s"}, {"stage": "CODIFIED", "notApplicableReason": "既存の規程で足りる"},
                 {"stage": "IN_FORCE", "due": "2030-12-27"}]""".formatted(planned);
    }

    private static String body(String title, String head, String owner, String stages) {
        return """
                {%s, "title": "%s", "owner": "%s", "clauses": [1, 2], "verification": "毎月確認する。", "stages": %s}
                """.formatted(head, title, owner, stages);
    }

    private static ValidatableResponse done(String measure, String stage, String on, String effect) {
        return as("officer")
                .body("{\"text\": \"終えた。\", \"stage\": \"%s\", \"doneOn\": \"%s\"%s}".formatted(stage, on, effect))
                .post(measure + "/progress")
                .then();
    }
}

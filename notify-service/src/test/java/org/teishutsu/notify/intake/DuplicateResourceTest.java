package org.teishutsu.notify.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.teishutsu.notify.IntakeFixture.applied;
import static org.teishutsu.notify.IntakeFixture.as;
import static org.teishutsu.notify.IntakeFixture.staged;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;

@QuarkusTest
@NotifyServiceTest
class DuplicateResourceTest {

    @Inject
    DataSource dataSource;

    @BeforeEach
    void emptyLedger() {
        LedgerFixture.empty(dataSource);
    }

    @Test
    void whatStandsTwiceIsCountedAndDownloaded() {
        JsonPath list = staged(
                "2017-attack",
                "C1,INDIVIDUAL,見本 一,,Family@mail.example,,100-0001,見本区1-1,,CURRENT,NAME",
                "C2,INDIVIDUAL,見本 二,,family@mail.example,,1000001,見本区１－１,,CURRENT,NAME|EMAIL",
                "C3,INDIVIDUAL,見本 三,,c3@mail.example,,100-0001,見本区2-2,,CURRENT,NAME",
                "C3,INDIVIDUAL,見本 三,,,,,,,CURRENT,NAME",
                "C4,INDIVIDUAL,見本 四,,,,,,,CURRENT,NAME",
                "C4,INDIVIDUAL,見本 四,,,,,,,CURRENT,EMAIL");
        String id = list.getString("id");
        as("auditor")
                .get("/imports/{id}/duplicates", id)
                .then()
                .statusCode(200)
                .body("CUSTOMER_NUMBER.groups", equalTo(2))
                .body("CUSTOMER_NUMBER.rows", equalTo(4))
                .body("EMAIL.groups", equalTo(1))
                .body("ADDRESS.rows", equalTo(2));
        String csv = as("approver")
                .get("/imports/{id}/duplicates.csv", id)
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .extract()
                .asString();
        assertThat(csv)
                .startsWith("\uFEFFby,first_line,line,customer_number,")
                .contains(
                        "\r\nEMAIL,2,3,C2,INDIVIDUAL,見本 二,,family@mail.example,,1000001,見本区１－１,,CURRENT,,NAME|EMAIL\r\n")
                .contains("\r\nCUSTOMER_NUMBER,4,5,C3,")
                .hasLineCount(9);
        as("auditor").get("/imports/{id}/duplicates.csv", id).then().statusCode(403);
        JsonPath discarded = staged("2017-attack", "C9,INDIVIDUAL,見本 九,,,,,,,CURRENT,NAME");
        as("officer")
                .body(Map.of("reason", "誤り"))
                .post("/imports/{id}/discard", discarded.getString("id"))
                .then()
                .statusCode(200);
        as("officer")
                .get("/imports/{id}/duplicates.csv", discarded.getString("id"))
                .then()
                .statusCode(409)
                .body("detail", containsString("is DISCARDED"));
        applied(list);
        as("officer")
                .get("/imports/{id}/duplicates", id)
                .then()
                .statusCode(200)
                .body("CUSTOMER_NUMBER.rows", equalTo(2))
                .body("EMAIL.rows", equalTo(0));
        assertThat(as("officer")
                        .get("/imports/{id}/duplicates.csv", id)
                        .then()
                        .extract()
                        .asString())
                .as("the rows that wait")
                .contains("\r\nCUSTOMER_NUMBER,6,7,C4,")
                .hasLineCount(3);
    }
}

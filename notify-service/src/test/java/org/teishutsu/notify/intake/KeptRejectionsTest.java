package org.teishutsu.notify.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.teishutsu.notify.IntakeFixture.applied;
import static org.teishutsu.notify.IntakeFixture.as;
import static org.teishutsu.notify.IntakeFixture.looked;
import static org.teishutsu.notify.IntakeFixture.staged;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;

@QuarkusTest
@NotifyServiceTest
class KeptRejectionsTest {

    private static final String GOOD = "C1,INDIVIDUAL,見本 一,,c1@mail.example,,,,,CURRENT,NAME";
    private static final String BAD = "C2,INDIVIDUAL,,,c2@mail.example,,,,,CURRENT,NAME";

    @Inject
    DataSource dataSource;

    @Inject
    KeptRejections keptRejections;

    @Inject
    IntakeConfig config;

    @BeforeEach
    void emptyLedger() {
        LedgerFixture.empty(dataSource);
    }

    @Test
    void rejectedRowsAreErasedSomeTimeAfterTheListIsApplied() {
        JsonPath list = applied(staged("2017-attack", GOOD, BAD));
        JsonPath waiting = staged("2017-attack", GOOD, BAD);
        LocalDate today = LocalDate.parse(strings("select ((domain_now() at time zone 'Asia/Tokyo')::date)::text")
                .get(0));
        keptRejections.tick(today.plusDays(config.rejectedRowsKeptDays()));
        rejections(list).statusCode(200).body(containsString("c2@mail.example"));

        LocalDate after = today.plusDays(config.rejectedRowsKeptDays() + 1L);
        keptRejections.tick(after);
        rejections(list).statusCode(404).body("detail", containsString("erased"));
        as("auditor")
                .get("/imports/{id}", list.getString("id"))
                .then()
                .body("rejectionsErasedAt", notNullValue())
                .body("rejected", equalTo(1))
                .body("reading.reasons[0].code", equalTo("NAME_MISSING"));
        as("officer")
                .get("/imports/{id}/preview", list.getString("id"))
                .then()
                .statusCode(200)
                .body("rows", equalTo(List.of()));
        rejections(waiting).statusCode(200);
        assertThat(strings("select i.state from import i join import_reading r on r.import_id = i.id"
                        + " where r.header is not null"))
                .as("whose header is kept")
                .containsExactly("STAGED");

        String erasedAt = looked(list).getString("rejectionsErasedAt");
        keptRejections.tick(after.plusDays(1));
        assertThat(looked(list).getString("rejectionsErasedAt")).as("once").isEqualTo(erasedAt);
    }

    private static ValidatableResponse rejections(JsonPath list) {
        return as("officer")
                .get("/imports/{id}/rejections.csv", list.getString("id"))
                .then();
    }

    private List<String> strings(String sql) {
        return LedgerFixture.strings(dataSource, sql);
    }
}

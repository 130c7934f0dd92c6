package org.teishutsu.platform;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teishutsu.testing.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@TestProfile(OutsideADrillTest.ForReal.class)
class OutsideADrillTest {

    public static final class ForReal implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("suite.drill", "false");
        }
    }

    @Test
    void thereIsNoClockToSet() {
        given().auth()
                .preemptive()
                .basic("officer", "test")
                .get("/drill/clock")
                .then()
                .statusCode(404);
        given().auth()
                .preemptive()
                .basic("officer", "test")
                .contentType(ContentType.JSON)
                .body("{\"instant\":\"2017-08-01T00:00:00Z\"}")
                .put("/drill/clock")
                .then()
                .statusCode(404);
    }

    @Test
    void theDescriptionNamesNone() {
        given().get("/q/openapi")
                .then()
                .statusCode(200)
                .body(containsString("/things"))
                .body(not(containsString("/drill/clock")));
    }
}

package org.teishutsu.report.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.teishutsu.report.Case2017.as;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.report.Case2017;
import org.teishutsu.report.RealSurroundings;

/** The nightly reading sees one bit that is flipped and one file that is gone, and says so until it is mended. */
@QuarkusTest
@RealSurroundings
class EvidenceCheckTest {
    /** Health is of more than evidence. */
    private static final String CHECK = "checks.find { it.name == 'Evidence files as they came in' }.";

    private final List<Restored> touched = new ArrayList<>();
    private String id;
    private Path file;

    @Inject
    EvidenceVersions versions;

    @Inject
    EvidenceFolder folder;

    @Inject
    Alarms alarms;

    private record Restored(Path file, byte[] bytes) {}

    /** Hears what whoever sends mails would hear. */
    @ApplicationScoped
    static class Alarms {
        private final List<EvidenceAltered> heard = new CopyOnWriteArrayList<>();

        void hear(@Observes EvidenceAltered alarm) {
            heard.add(alarm);
        }

        int count() {
            return heard.size();
        }
    }

    @BeforeEach
    void file() throws IOException {
        Case2017 entered = new Case2017();
        entered.enterIncidents();
        String order = entered.enterOrder();
        id = as("officer")
                .contentType("text/plain")
                .body(("証跡 " + order).getBytes(StandardCharsets.UTF_8))
                .post("/evidence?about=CLAUSE&clause=1&title=x&name=a.txt&id=" + order)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        file = folder.of(versions.of(UUID.fromString(id)).get(0).id());
        touched.add(new Restored(file, Files.readAllBytes(file)));
    }

    @AfterEach
    void mend() throws IOException {
        for (Restored each : touched) {
            Files.write(each.file(), each.bytes());
        }
        as("officer").post("/evidence-check").then().statusCode(200).body("findings", empty());
        given().get("/q/health").then().body(CHECK + "status", equalTo("UP"));
    }

    @Test
    void everythingIsReadEveryNight() {
        Instant tomorrow = Case2017.now().plusSeconds(86_400);
        as("officer")
                .body("{\"instant\": \"%s\"}".formatted(tomorrow))
                .put("/drill/clock")
                .then()
                .statusCode(200);

        as("auditor")
                .get("/evidence-check")
                .then()
                .statusCode(200)
                .body("by", equalTo("scheduler"))
                .body("files", equalTo((int) versions.count()))
                .body("findings", empty());
        given().get("/q/health/well")
                .then()
                .body(CHECK + "status", equalTo("UP"))
                .body(CHECK + "data.altered", equalTo(0));
    }

    @Test
    void oneFlippedBitRaisesTheAlarmAndTheServiceStaysReady() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        alarmIs(Finding.Kind.ALTERED);
    }

    @Test
    void aMissingFileRaisesTheAlarmAndIsNotServed() throws IOException {
        Files.delete(file);
        alarmIs(Finding.Kind.MISSING);
        as("auditor")
                .get("/evidence/" + id + "/versions/1/file")
                .then()
                .statusCode(503)
                .body("detail", containsString("restore"));
    }

    private void alarmIs(Finding.Kind kind) {
        int before = alarms.count();
        as("officer")
                .post("/evidence-check")
                .then()
                .statusCode(200)
                .body("findings.evidence", equalTo(List.of(id)))
                .body("findings.kind", hasItem(kind.name()));

        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/well")
                .then()
                .statusCode(503)
                .body(CHECK + "status", equalTo("DOWN"))
                .body(CHECK + "data." + kind.name().toLowerCase(java.util.Locale.ROOT), equalTo(1));
        assertThat(as("auditor").accept("text/plain").get("/q/metrics").asString())
                .containsPattern("evidence_findings\\{kind=\"" + kind + "\",?} 1\\.0");
        assertThat(alarms.count()).isEqualTo(before + 1);
    }
}

package org.teishutsu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teishutsu.demo.play.Api;

/** The whole case, a hundredth of its size, on the packaged services. */
class DemoIT {

    @TempDir
    Path folder;

    @Test
    void theCaseIsCarriedThroughAndEveryExpectationHolds() throws Exception {
        try (SuiteProcess suite = new SuiteProcess(folder, 100)) {
            suite.start("demo", "--exit");
            assertThat(suite.awaitExit(Duration.ofMinutes(5))).as(suite.said()).isZero();

            JsonNode summary =
                    Api.JSON.readTree(suite.run().path("summary.json").toFile());
            assertThat(summary.path("held").asBoolean()).isTrue();
            assertThat(summary.path("incidents")
                            .path("2016-attack")
                            .path("exposures")
                            .asLong())
                    .isEqualTo(1_123);
            assertThat(summary.path("filings")).hasSize(4);
            assertThat(summary.path("leakItems").path("BIRTH_DATE").asText()).isEqualTo("生年月日");
            JsonNode messages = summary.path("messages").path("EMAIL");
            assertThat(messages.path("BOUNCED").asLong()).isPositive();
            assertThat(suite.messages())
                    .isEqualTo(messages.path("SENT").asLong()
                            + messages.path("BOUNCED").asLong());
            assertThat(suite.run().filings().resolve("3-progress.pdf")).isNotEmptyFile();
            nothingIsLeftRunning(suite);
            theDemoBeginsAnewInItsOwnFolderOnly(suite);
        }
    }

    private static void nothingIsLeftRunning(SuiteProcess suite) {
        assertThat(suite.run().path("report-service.pid")).doesNotExist();
        assertThat(suite.run().path("notify-service.pid")).doesNotExist();
        assertThat(suite.run().path("postgres").resolve("postmaster.pid")).doesNotExist();
    }

    private static void theDemoBeginsAnewInItsOwnFolderOnly(SuiteProcess suite) throws Exception {
        Files.writeString(suite.run().path("mode"), "REAL\n");
        suite.start("demo", "--exit");
        assertThat(suite.awaitExit(Duration.ofMinutes(1))).isEqualTo(1);
        assertThat(suite.said()).contains("is not a demo's");
        assertThat(suite.run().path("summary.json")).exists();
    }
}

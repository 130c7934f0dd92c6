package org.teishutsu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teishutsu.demo.platform.Waiting;
import org.teishutsu.demo.play.Api;
import org.teishutsu.demo.play.Callers;
import org.teishutsu.demo.verify.MailTruth;

/** kill -9 in the middle of sending, then {@code up}: it comes back and finishes, and nobody is lost. */
class CrashIT {

    /** So many that the sending lasts longer than it takes to notice its beginning. */
    private static final int DIVISOR = 8;

    private static final int SOME_MESSAGES = 1_500;
    private static final long WINDOW = 100;
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final List<String> UNSETTLED = List.of("QUEUED", "SENDING", "UNCERTAIN", "DEFERRED");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"notify-service", "report-service"})
    void aKilledServiceIsNamedAndComesBack(String service) throws Exception {
        try (SuiteProcess suite = new SuiteProcess(folder, DIVISOR)) {
            suite.start("demo");
            suite.awaitMessages(SOME_MESSAGES, LIMIT);
            suite.killService(service);
            assertThat(suite.awaitExit(Duration.ofMinutes(1))).isEqualTo(1);
            assertThat(suite.said()).contains(service + " has died");

            suite.start("up");
            suite.awaitSaying("Teishutsu is up", LIMIT);
            everybodyIsToldInTheEnd(suite);
            assertThat(suite.end()).isEqualTo(143);
        }
    }

    @Test
    void afterAKilledLauncherPostgresIsTakenOver() throws Exception {
        try (SuiteProcess suite = new SuiteProcess(folder, DIVISOR)) {
            suite.start("demo");
            suite.awaitMessages(SOME_MESSAGES, LIMIT);
            long postgres = suite.postgresPid();
            long notify = suite.pidOf("notify-service");
            suite.killItself();
            assertThat(Waiting.until(LIMIT, () -> !suite.running())).isTrue();
            assertThat(SuiteProcess.alive(postgres)).isTrue();

            suite.start("up");
            suite.awaitSaying("took over the PostgreSQL", LIMIT);
            assertThat(suite.postgresPid()).isEqualTo(postgres);
            assertThat(SuiteProcess.alive(notify)).isFalse();
            everybodyIsToldInTheEnd(suite);
            suite.end();
            assertThat(SuiteProcess.alive(postgres)).isFalse();
        }
    }

    @Test
    void aKilledPostgresIsNamedAndComesBack() throws Exception {
        try (SuiteProcess suite = new SuiteProcess(folder, DIVISOR)) {
            suite.start("demo");
            suite.awaitMessages(SOME_MESSAGES, LIMIT);
            suite.killPostgres();
            assertThat(suite.awaitExit(Duration.ofMinutes(2))).isEqualTo(1);
            assertThat(suite.said()).contains("PostgreSQL has died");

            suite.start("up");
            suite.awaitSaying("Teishutsu is up", LIMIT);
            everybodyIsToldInTheEnd(suite);
        }
    }

    private static void everybodyIsToldInTheEnd(SuiteProcess suite) throws Exception {
        finishSending(suite.callers());
        MailTruth truth = MailTruth.of(suite.run(), suite.callers());
        assertThat(truth.missing()).isZero();
        assertThat(truth.faults()).isEmpty();
        assertThat(truth.doubled()).isLessThanOrEqualTo(WINDOW);
        assertThat(truth.doubledUnderAnotherId()).isZero();
    }

    /** The clock is set forward where only tries for later are left. */
    private static void finishSending(Callers callers) {
        Api officer = callers.notify("officer");
        String campaign =
                officer.get("/campaigns").path("items").path(0).path("id").asText();
        String path = "/campaigns/" + campaign + "/progress";
        long[] before = {-1};
        assertThat(Waiting.until(LIMIT, () -> {
                    long open = open(officer.get(path));
                    if (open > 0 && open == before[0]) {
                        forward(callers);
                    }
                    before[0] = open;
                    return open == 0;
                }))
                .isTrue();
    }

    private static void forward(Callers callers) {
        Api officer = callers.report("officer");
        Instant now = Instant.parse(officer.get("/drill/clock").path("instant").asText());
        officer.put(
                "/drill/clock",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("instant", now.plus(Duration.ofMinutes(15)).toString()));
    }

    private static long open(JsonNode progress) {
        JsonNode states = progress.path("deliveries").path("EMAIL");
        return UNSETTLED.stream()
                .mapToLong(state -> states.path(state).asLong())
                .sum();
    }
}

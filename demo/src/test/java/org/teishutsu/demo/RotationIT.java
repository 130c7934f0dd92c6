package org.teishutsu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teishutsu.demo.platform.Credentials;
import org.teishutsu.demo.platform.Waiting;

/** Two notify-services on one database: both keys are replaced while both of them take lists in and look callers up. */
class RotationIT {

    private static final String INCIDENT = "2016-attack";
    private static final int AT_FIRST = 5_000;
    private static final int AT_ONCE = 200;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void bothKeysAreReplacedWhileTwoServicesWork() throws Exception {
        try (SuiteProcess suite = new SuiteProcess(folder, 1)) {
            suite.start("up", "--drill");
            suite.awaitSaying("Ctrl-C ends it", LIMIT);
            suite.callers().report("officer").post("/incidents", ImportCrashIT.incident());
            int port = SuiteProcess.freePort();
            Process second = second(suite, port);
            try {
                Credentials credentials = Credentials.of(suite.run().credentials());
                List<ListCalls> both =
                        List.of(new ListCalls(suite.notifyPort(), credentials), new ListCalls(port, credentials));
                assertThat(Waiting.until(LIMIT, () -> ready(both.get(1)) || !second.isAlive()))
                        .isTrue();
                takeIn(both.get(0), 0, AT_FIRST);
                List<String> before = activeKeys(both.get(0));
                assertThat(both.get(0).post("service", "/vault/rotation", "").status())
                        .isEqualTo(202);
                int people = workMeanwhile(both);
                assertThat(activeKeys(both.get(1)))
                        .hasSize(2)
                        .doesNotContainAnyElementsOf(before)
                        .isEqualTo(activeKeys(both.get(0)));
                everybodyIsThereOnce(suite, both, people);
                assertThat(retired(suite)).hasSize(2);
            } finally {
                second.destroy();
                second.waitFor();
            }
            suite.end();
        }
    }

    /** Half of each list is known already: found under the one key or the other, through the one service or the other. */
    private static int workMeanwhile(List<ListCalls> both) throws IOException {
        int people = AT_FIRST;
        int rounds = 0;
        while (both.get(rounds % 2)
                .get("auditor", "/vault")
                .json()
                .path("rotating")
                .asBoolean()) {
            takeIn(both.get(rounds % 2), people - AT_ONCE / 2, AT_ONCE);
            people += AT_ONCE / 2;
            for (ListCalls service : both) {
                found(service, rounds);
                found(service, people - 1);
            }
            rounds++;
        }
        assertThat(rounds).as("lists taken in meanwhile").isGreaterThan(1);
        return people;
    }

    private static void everybodyIsThereOnce(SuiteProcess suite, List<ListCalls> both, int people) throws Exception {
        try (Connection connection = suite.database()) {
            assertThat(SuiteProcess.number(connection, "select count(*) from recipient"))
                    .isEqualTo(people);
            assertThat(SuiteProcess.number(connection, "select count(*) from vault_rehashed"))
                    .isZero();
        }
        for (ListCalls service : both) {
            found(service, 1);
            found(service, people - 1);
            JsonNode again = handIn(service, 0, people);
            assertThat(again.path("unchanged").asInt()).isEqualTo(people);
            assertThat(service.post(
                                    "officer",
                                    "/imports/" + again.path("id").asText() + "/discard",
                                    "{\"reason\":\"x\"}")
                            .status())
                    .isEqualTo(200);
        }
    }

    private static void takeIn(ListCalls service, int from, int number) throws IOException {
        JsonNode staged = handIn(service, from, number);
        ListCalls.Answer applied = service.apply("approver", staged);
        while (applied.status() == 409) {
            // The hashes were put in place between the look and the release: looked at again, as it says.
            staged = service.get("approver", "/imports/" + staged.path("id").asText())
                    .json();
            applied = service.apply("approver", staged);
        }
        assertThat(applied.status()).as(applied.text()).isEqualTo(200);
    }

    private static JsonNode handIn(ListCalls service, int from, int number) throws IOException {
        StringBuilder list = new StringBuilder("顧客番号,氏名,メールアドレス,漏えい項目\n");
        for (int i = from; i < from + number; i++) {
            list.append("R%d,見本 %d,r%d@mail.example,EMAIL\n".formatted(i, i, i));
        }
        ListCalls.Answer staged = service.handIn(INCIDENT, list.toString());
        assertThat(staged.status()).as(staged.text()).isEqualTo(201);
        return staged.json();
    }

    private static void found(ListCalls service, int person) throws IOException {
        ListCalls.Answer answer = service.post(
                "desk", "/recipients/lookup", "{\"customerNumber\":\"R" + person + "\",\"reason\":\"お問い合わせ\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("found").asInt()).as("R%d", person).isOne();
    }

    private static List<String> activeKeys(ListCalls service) throws IOException {
        List<String> keys = new ArrayList<>();
        for (JsonNode key : service.get("auditor", "/vault").json().path("keys")) {
            if (key.path("state").asText().equals("ACTIVE")) {
                keys.add(key.path("kind").asText() + " " + key.path("key").asText());
            }
        }
        keys.sort(null);
        return keys;
    }

    private static List<Path> retired(SuiteProcess suite) throws IOException {
        try (Stream<Path> files = Files.list(suite.run().sealingKeys().getParent())) {
            return files.filter(file -> file.getFileName().toString().contains("-retired-"))
                    .toList();
        }
    }

    private static boolean ready(ListCalls service) {
        try {
            return service.get("auditor", "/vault").status() == 200;
        } catch (java.io.UncheckedIOException notYet) {
            return false;
        }
    }

    /** With the first one's configuration but for the port. */
    private Process second(SuiteProcess suite, int port) throws IOException {
        Path home = folder.resolve("second");
        Path configuration = home.resolve("config/application.properties");
        Files.createDirectories(configuration.getParent());
        String first = Files.readString(suite.run().path("notify-service").resolve("config/application.properties"));
        Files.writeString(configuration, first.replaceAll("(?m)^quarkus.http.port=.*$", "quarkus.http.port=" + port));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        SuiteProcess.jarOf("notify-service").toString())
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(folder.resolve("second.log").toFile())
                .start();
    }
}

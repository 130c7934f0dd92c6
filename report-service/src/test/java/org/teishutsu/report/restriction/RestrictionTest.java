package org.teishutsu.report.restriction;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.teishutsu.report.Case2017.as;
import static org.teishutsu.report.Case2017.idOf;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.report.Case2017;
import org.teishutsu.report.RealSurroundings;

/** What the account-opening system asks and is told. */
@QuarkusTest
@RealSurroundings
class RestrictionTest {
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private HttpServer receiver;
    private volatile String begun;

    private record Call(String path, String timestamp, String signature, String body) {}

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::take);
        receiver.start();
        liftAll();
    }

    @AfterEach
    void close() {
        receiver.stop(0);
        liftAll();
    }

    private void take(HttpExchange call) throws IOException {
        Call taken = new Call(
                call.getRequestURI().toString(),
                call.getRequestHeaders().getFirst("Teishutsu-Timestamp"),
                call.getRequestHeaders().getFirst("Teishutsu-Signature"),
                new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        calls.add(taken);
        boolean ofThisTest = begun != null && taken.body().contains(begun);
        int answer = !ofThisTest || answers.isEmpty() ? 204 : answers.remove(0);
        if (answer == 302) {
            call.getResponseHeaders().add("Location", "/elsewhere");
        }
        call.sendResponseHeaders(answer, -1);
        call.close();
    }

    @Test
    void anAnswerMayBeComparedAndIsNeverUsedWithoutAsking() {
        Response open = as("service").get("/restrictions/NEW_ACCOUNTS/current");
        assertThat(open.header("Cache-Control")).isEqualTo("private, no-cache");
        given().auth()
                .preemptive()
                .basic("service", "test")
                .header("If-None-Match", open.header("ETag"))
                .get("/restrictions/NEW_ACCOUNTS/current")
                .then()
                .statusCode(304);
        stop();
        given().auth()
                .preemptive()
                .basic("service", "test")
                .header("If-None-Match", open.header("ETag"))
                .get("/restrictions/NEW_ACCOUNTS/current")
                .then()
                .statusCode(200)
                .body("stopped", equalTo(true))
                .body("ground", equalTo("命令(1)"));
        as("service").get("/restrictions/CLOSING/current").then().statusCode(404);
    }

    @Test
    void aChangeIsToldSignedUntilItIsTakenAndNoRedirectIsFollowed() {
        JsonPath registered =
                register("http://localhost:" + receiver.getAddress().getPort() + "/hook?x=1");
        answers.addAll(List.of(503, 302));
        stop();
        soon().until(() -> toldOfTheStop().size() == 3);
        for (Call call : calls) {
            assertThat(call.path()).isEqualTo("/hook?x=1");
            assertThat(call.signature())
                    .isEqualTo(CallbackSignature.sign(
                            registered.getString("secret"), Long.parseLong(call.timestamp()), call.body()));
        }
        JsonPath told = toldOfTheStop().get(2);
        assertThat(told.getString("change.ground")).isEqualTo("命令(1)");
        assertThat(told.getBoolean("drill")).isTrue();
        String path = "/restriction-callbacks/" + registered.getString("callback.id");
        soon().until(() -> told(path, "find { it.attempts == 3 && it.takenAt != null }.lastResult")
                .equals("204"));

        liftAll();
        soon().until(() -> told().anyMatch(body -> !body.getBoolean("change.stopped")));
        assertThat(toldOfTheStop()).hasSize(3);
        as("officer").delete(path).then().statusCode(200);
        int before = calls.size();
        stop();
        soon().until(RestrictionTest::isStopped);
        assertThat(calls).hasSize(before);
    }

    @Test
    void aPrivateAddressIsNotCalledAndHealthSaysThatNobodyIsReached() {
        JsonPath registered =
                register("https://127.0.0.1:" + receiver.getAddress().getPort() + "/hook");
        String path = "/restriction-callbacks/" + registered.getString("callback.id");
        stop();
        soon().until(() ->
                told(path, "find { it.attempts > 1 }.lastResult").equals("not called: its address is private"));
        assertThat(calls).isEmpty();
        given().get("/q/health/well").then().statusCode(503).body("checks.name", hasItem("Callbacks of restrictions"));
        as("officer").delete(path).then().statusCode(200);
        given().get("/q/health/well")
                .then()
                .body("checks.find { it.name == 'Callbacks of restrictions' }.status", equalTo("UP"));
        assertThat(as("auditor").get("/restriction-callbacks").asString())
                .doesNotContain(registered.getString("secret"));
        as("officer")
                .body("{\"kind\": \"NEW_ACCOUNTS\", \"url\": \"http://bank.example/\"}")
                .post("/restriction-callbacks")
                .then()
                .statusCode(400)
                .body("violations.field", contains("url"));
    }

    /** What was told of this test's stop. */
    private List<JsonPath> toldOfTheStop() {
        return told().filter(body -> begun.equals(body.getString("change.since")))
                .toList();
    }

    private Stream<JsonPath> told() {
        return calls.stream().map(call -> JsonPath.from(call.body()));
    }

    private static String told(String callback, String what) {
        return String.valueOf(
                as("auditor").get(callback + "/announcements").jsonPath().getString(what));
    }

    private static ConditionFactory soon() {
        return await().atMost(2, TimeUnit.MINUTES);
    }

    /** As the suite has noticed it. */
    private static boolean isStopped() {
        List<Boolean> history = as("auditor")
                .get("/restrictions/NEW_ACCOUNTS/history?limit=1000")
                .jsonPath()
                .getList("items.stopped");
        return !history.isEmpty() && history.get(history.size() - 1);
    }

    private static JsonPath register(String url) {
        return as("officer")
                .body(Map.of("kind", "NEW_ACCOUNTS", "url", url))
                .post("/restriction-callbacks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private void stop() {
        begun = Case2017.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS).toString();
        idOf("officer", "/restrictions", """
                {"kind": "NEW_ACCOUNTS", "from": "%s", "ground": "命令(1)"}""".formatted(begun));
    }

    private static void liftAll() {
        JsonPath all = as("auditor").get("/restrictions?limit=1000").jsonPath();
        List<Map<String, Object>> items = all.getList("items");
        for (Map<String, Object> each : items) {
            String lifting = "/restrictions/" + each.get("id") + "/lifting";
            if (each.get("lifting") == null) {
                Instant until = Instant.parse((String) each.get("from")).plusSeconds(1);
                as("officer")
                        .body("{\"until\": \"%s\", \"confirmation\": \"確認\"}".formatted(until))
                        .post(lifting)
                        .then()
                        .statusCode(201);
                as("approver").post(lifting + "/approval").then().statusCode(200);
            }
        }
        soon().until(() -> !isStopped());
    }
}

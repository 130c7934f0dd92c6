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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
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
        calls.add(new Call(
                call.getRequestURI().toString(),
                call.getRequestHeaders().getFirst("Teishutsu-Timestamp"),
                call.getRequestHeaders().getFirst("Teishutsu-Signature"),
                new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        int answer = answers.isEmpty() ? 204 : answers.remove(0);
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
        JsonPath registered = register("http://localhost:" + receiver.getAddress().getPort() + "/hook?x=1");
        answers.addAll(List.of(503, 302));
        stop();
        await().atMost(60, TimeUnit.SECONDS).until(() -> calls.size() == 3);
        for (Call call : calls) {
            assertThat(call.path()).isEqualTo("/hook?x=1");
            assertThat(call.signature())
                    .isEqualTo(CallbackSignature.sign(
                            registered.getString("secret"), Long.parseLong(call.timestamp()), call.body()));
        }
        JsonPath told = JsonPath.from(calls.get(2).body());
        assertThat(told.getBoolean("change.stopped")).isTrue();
        assertThat(told.getString("change.ground")).isEqualTo("命令(1)");
        assertThat(told.getBoolean("drill")).isTrue();
        String id = registered.getString("callback.id");
        await().atMost(60, TimeUnit.SECONDS).until(() -> as("auditor")
                        .get("/restriction-callbacks/" + id + "/announcements")
                        .jsonPath()
                        .getString("[0].takenAt")
                != null);
        as("auditor")
                .get("/restriction-callbacks/" + id + "/announcements")
                .then()
                .body("attempts", contains(3))
                .body("lastResult", contains("204"));

        liftAll();
        await().atMost(60, TimeUnit.SECONDS).until(() -> calls.size() == 4);
        assertThat(JsonPath.from(calls.get(3).body()).getBoolean("change.stopped")).isFalse();
        as("auditor").get("/restrictions/NEW_ACCOUNTS/history?limit=1000").then().body("items.stopped", hasItem(true));
        as("officer").delete("/restriction-callbacks/" + id).then().statusCode(200);
        stop();
        await().atMost(60, TimeUnit.SECONDS).until(() -> history().get(history().size() - 1));
        assertThat(calls).hasSize(4);
    }

    @Test
    void aPrivateAddressIsNotCalledAndHealthSaysThatNobodyIsReached() {
        JsonPath registered = register("https://127.0.0.1:" + receiver.getAddress().getPort() + "/hook");
        String path = "/restriction-callbacks/" + registered.getString("callback.id");
        stop();
        await().atMost(60, TimeUnit.SECONDS).until(() -> as("auditor").get(path + "/announcements").jsonPath().getInt("[0].attempts") > 1);
        as("auditor").get(path + "/announcements").then().body("[0].lastResult", equalTo("not called: its address is private"));
        assertThat(calls).isEmpty();
        given().get("/q/health/well").then().statusCode(503).body("checks.name", hasItem("Callbacks of restrictions"));
        as("officer").delete(path).then().statusCode(200);
        given().get("/q/health/well").then().body("checks.find { it.name == 'Callbacks of restrictions' }.status", equalTo("UP"));
        assertThat(as("auditor").get("/restriction-callbacks").asString()).doesNotContain(registered.getString("secret"));
        as("officer")
                .body("{\"kind\": \"NEW_ACCOUNTS\", \"url\": \"http://bank.example/\"}")
                .post("/restriction-callbacks")
                .then()
                .statusCode(400)
                .body("violations.field", contains("url"));
    }

    private static List<Boolean> history() {
        return as("auditor").get("/restrictions/NEW_ACCOUNTS/history?limit=1000").jsonPath().getList("items.stopped");
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

    private static String stop() {
        return idOf("officer", "/restrictions", """
                {"kind": "NEW_ACCOUNTS", "from": "%s", "ground": "命令(1)"}""".formatted(Case2017.now().minusSeconds(60)));
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
        await().atMost(60, TimeUnit.SECONDS).until(() -> history().isEmpty() || !history().get(history().size() - 1));
    }
}

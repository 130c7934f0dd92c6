package org.teishutsu.report.notify;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.teishutsu.common.figures.Figures;

/**
 * notify-service as this service sees it: HTTP on a port of its own, answering every question about figures with the
 * example both services assert, under the codes and for the instant asked for.
 */
public final class NotifyServer implements QuarkusTestResourceLifecycleManager {
    /** The status is told across class loaders: a test and this resource do not share their static fields. */
    private static final String STATUS = "test.notify-server.status";

    private static final String HOLD = "test.notify-server.hold";

    private static final String CALLS = "test.notify-server.calls";

    /** To be given to {@link #answer}: 200, with a body that is no figures. */
    public static final int NONSENSE = -200;

    private static final ObjectMapper JSON = new ObjectMapper();
    private HttpServer server;

    /** What it answers from now on: 200 is the figures, anything else is that refusal or failure. */
    public static void answer(int status) {
        System.setProperty(STATUS, String.valueOf(status));
    }

    /** Whether it keeps callers waiting from now on, at most half a minute. */
    public static void hold(boolean waiting) {
        System.setProperty(HOLD, String.valueOf(waiting));
    }

    /** How often it was asked so far. */
    public static int calls() {
        return Integer.getInteger(CALLS, 0);
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/figures", NotifyServer::figures);
        server.start();
        return Map.of(
                "suite.other-service.url",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static void figures(HttpExchange call) throws IOException {
        String expected =
                "Basic " + Base64.getEncoder().encodeToString("service:test".getBytes(StandardCharsets.UTF_8));
        boolean signedIn = expected.equals(call.getRequestHeaders().getFirst("Authorization"));
        int wanted = Integer.getInteger(STATUS, 200);
        int status = signedIn ? Math.abs(wanted) : 401;
        System.setProperty(CALLS, String.valueOf(calls() + 1));
        await().atMost(30, TimeUnit.SECONDS).until(() -> !Boolean.getBoolean(HOLD));
        byte[] body = new byte[0];
        if (status == 200) {
            body = wanted == NONSENSE
                    ? "{\"asOf\": 1}".getBytes(StandardCharsets.UTF_8)
                    : answer(call.getRequestURI().getRawQuery());
        }
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private static byte[] answer(String query) throws IOException {
        List<String> incidents = new ArrayList<>();
        String asOf = "";
        for (String part : query.split("&")) {
            String[] pair = part.split("=", 2);
            String value = URLDecoder.decode(pair[1], StandardCharsets.UTF_8);
            if (pair[0].equals("incident")) {
                incidents.add(value);
            } else {
                asOf = value;
            }
        }
        return write(incidents.stream().sorted().toList(), asOf);
    }

    private static byte[] write(List<String> incidents, String asOf) throws IOException {
        try (InputStream in = Figures.class.getResourceAsStream("/examples/figures.json")) {
            ObjectNode example = (ObjectNode) JSON.readTree(in);
            example.put("asOf", asOf);
            ArrayNode all = (ArrayNode) example.get("incidents");
            for (int i = 0; i < incidents.size(); i++) {
                ((ObjectNode) all.get(i)).put("incident", incidents.get(i));
            }
            return JSON.writeValueAsBytes(example);
        }
    }
}

package org.teishutsu.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;
import org.teishutsu.demo.platform.Credentials;
import org.teishutsu.demo.play.Api;

/** Lists as they are handed to one notify-service over HTTP, whatever it answers. */
final class ListCalls {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final Credentials credentials;

    ListCalls(int port, Credentials credentials) {
        this.base = "http://127.0.0.1:" + port;
        this.credentials = credentials;
    }

    record Answer(int status, String text) {

        JsonNode json() throws IOException {
            return Api.JSON.readTree(text);
        }

        String type() throws IOException {
            return json().path("type").asText();
        }

        String detail() throws IOException {
            return json().path("detail").asText();
        }
    }

    Answer handIn(String incident, String text) {
        return handIn(incident, UUID.randomUUID().toString(), text.getBytes(StandardCharsets.UTF_8));
    }

    Answer handIn(String incident, String key, byte[] list) {
        return handIn(incident, key, HttpRequest.BodyPublishers.ofByteArray(list));
    }

    Answer stream(String incident, Supplier<InputStream> list) {
        return handIn(incident, UUID.randomUUID().toString(), HttpRequest.BodyPublishers.ofInputStream(list));
    }

    private Answer handIn(String incident, String key, BodyPublisher list) {
        String reason = URLEncoder.encode("追加の調査", StandardCharsets.UTF_8);
        return send(request("officer", "/incidents/" + incident + "/imports?reason=" + reason)
                .header("Content-Type", "application/octet-stream")
                .header("Idempotency-Key", key)
                .POST(list));
    }

    Answer apply(String approver, JsonNode looked) {
        return post(
                approver,
                "/imports/" + looked.path("id").asText() + "/application",
                "{\"digest\":\"" + looked.path("digest").asText() + "\"}");
    }

    Answer post(String user, String path, String json) {
        return send(request(user, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer get(String user, String path) {
        return send(request(user, path).GET());
    }

    private HttpRequest.Builder request(String user, String path) {
        String pair = user + ":" + credentials.user(user).password();
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(LIMIT)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

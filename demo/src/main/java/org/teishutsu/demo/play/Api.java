package org.teishutsu.demo.play;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;
import org.teishutsu.demo.platform.Credentials;
import org.teishutsu.demo.platform.Trouble;

/** One service as one user sees it. A refusal nobody asked for is {@link Trouble} with what the service said. */
public final class Api {

    public static final ObjectMapper JSON = new ObjectMapper();

    /** An import of 112,364 rows answers when it has read them all. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final HttpClient http;
    private final String base;
    private final Credentials.User user;

    Api(HttpClient http, String base, Credentials.User user) {
        this.http = http;
        this.base = base;
        this.user = user;
    }

    /** An answer, whatever its status. */
    public static final class Answer {

        private final int status;
        private final byte[] body;

        Answer(int status, byte[] body) {
            this.status = status;
            this.body = body.clone();
        }

        public int status() {
            return status;
        }

        public byte[] body() {
            return body.clone();
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new Trouble("not JSON: " + text(), e);
            }
        }
    }

    public JsonNode get(String path) {
        return must("GET", path, BodyPublishers.noBody(), "application/json").json();
    }

    public byte[] bytes(String path) {
        return must("GET", path, BodyPublishers.noBody(), "application/json").body();
    }

    /** Reads an answer of any size to its end and keeps nothing of it; gives how many bytes it had. */
    public long drain(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Basic " + signIn())
                .build();
        try {
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream in = answer.body()) {
                if (answer.statusCode() / 100 != 2) {
                    throw new Trouble("GET " + base + path + " answered " + answer.statusCode());
                }
                return in.transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException e) {
            throw new Trouble("GET " + base + path + " got no whole answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("interrupted", e);
        }
    }

    public JsonNode post(String path, JsonNode body) {
        return must("POST", path, json(body), "application/json").json();
    }

    public JsonNode put(String path, JsonNode body) {
        return must("PUT", path, json(body), "application/json").json();
    }

    /** Streams a list as the body of a POST. */
    public JsonNode postCsv(String path, Supplier<InputStream> body) {
        return postFile(path, "text/csv", body);
    }

    /** Streams a file as the body of a POST. */
    public JsonNode postFile(String path, String type, Supplier<InputStream> body) {
        return must("POST", path, BodyPublishers.ofInputStream(body), type).json();
    }

    /** Sends and takes any status: for what must be refused. */
    public Answer attempt(String method, String path, JsonNode body) {
        return send(method, path, json(body), "application/json");
    }

    private Answer must(String method, String path, BodyPublisher body, String type) {
        Answer answer = send(method, path, body, type);
        if (answer.status() / 100 != 2) {
            throw new Trouble(method + " " + base + path + " as " + user.name() + " was refused with " + answer.status()
                    + ": " + answer.text());
        }
        return answer;
    }

    private Answer send(String method, String path, BodyPublisher body, String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(LIMIT)
                .header("Authorization", "Basic " + signIn())
                .method(method, body);
        if (!method.equals("GET")) {
            request.header("Content-Type", type);
        }
        if (method.equals("POST")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new Trouble(method + " " + base + path + " got no answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("interrupted", e);
        }
    }

    private String signIn() {
        String pair = user.name() + ":" + user.password();
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static BodyPublisher json(JsonNode body) {
        try {
            return body.isMissingNode()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

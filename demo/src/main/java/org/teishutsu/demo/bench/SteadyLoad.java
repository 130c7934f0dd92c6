package org.teishutsu.demo.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.teishutsu.demo.platform.Credentials;

/**
 * Asks at a steady rate, whether the answers come or not. Each is timed from the moment at which it was due to be asked: what a
 * slow answer keeps waiting counts as slow too.
 */
final class SteadyLoad {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String authorization;

    SteadyLoad(int port, Credentials.User user) {
        this.base = "http://127.0.0.1:" + port;
        this.authorization = "Basic "
                + Base64.getEncoder()
                        .encodeToString((user.name() + ":" + user.password()).getBytes(StandardCharsets.UTF_8));
    }

    /** Times in order, in nanoseconds, and how large the answers were. */
    static final class Times {
        private final long[] sorted;
        private final long bytes;
        private final long refused;

        private Times(long[] times, long bytes, long refused) {
            this.sorted = times.clone();
            Arrays.sort(sorted);
            this.bytes = bytes;
            this.refused = refused;
        }

        /** How many were answered with anything but 200. */
        long refused() {
            return refused;
        }

        /** In milliseconds. */
        double percentile(int percent) {
            int rank = (int) Math.ceil(sorted.length * percent / 100.0);
            return sorted[Math.max(1, rank) - 1] / 1e6;
        }

        /** Of one answer, on the average. */
        long bytes() {
            return bytes / sorted.length;
        }
    }

    /** Asks for some paths in turn. */
    Times ask(List<String> paths, int perSecond, Duration during) {
        int number = Math.toIntExact(perSecond * during.toSeconds());
        long[] times = new long[number];
        AtomicLong bytes = new AtomicLong();
        AtomicLong refused = new AtomicLong();
        CompletableFuture<?>[] answers = new CompletableFuture<?>[number];
        long began = System.nanoTime();
        for (int i = 0; i < number; i++) {
            int no = i;
            long due = began + i * (1_000_000_000L / perSecond);
            awaitTime(due);
            String path = paths.get(i % paths.size());
            answers[i] = http.sendAsync(request(path), BodyHandlers.ofByteArray())
                    .thenAccept(answer -> {
                        times[no] = System.nanoTime() - due;
                        if (answer.statusCode() != 200) {
                            refused.incrementAndGet();
                        }
                        bytes.addAndGet(answer.body().length);
                    });
        }
        CompletableFuture.allOf(answers).join();
        return new Times(times, bytes.get(), refused.get());
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(LIMIT)
                .header("Authorization", authorization)
                .build();
    }

    private static void awaitTime(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}

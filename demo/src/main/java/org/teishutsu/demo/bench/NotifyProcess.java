package org.teishutsu.demo.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.teishutsu.demo.platform.RunFolder;
import org.teishutsu.demo.platform.Trouble;
import org.teishutsu.demo.platform.Waiting;

/** The packaged notify-service as one more process on the database of a run, to be killed. */
final class NotifyProcess implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Process process;

    private NotifyProcess(Process process) {
        this.process = process;
    }

    /** Starts it with the configuration of the run and a few keys of its own, and waits until it is ready. */
    static NotifyProcess start(Path project, RunFolder run, int port, Map<String, String> keys) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dquarkus.http.port=" + port));
        keys.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of(
                "-jar",
                project.resolve("notify-service/target/quarkus-app/quarkus-run.jar")
                        .toString()));
        Path log = run.logs().resolve("notify-service-" + port + ".log");
        Process process = new ProcessBuilder(command)
                .directory(run.path("notify-service").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        HttpClient http = HttpClient.newHttpClient();
        if (!Waiting.until(LIMIT, () -> !process.isAlive() || ready(http, port)) || !process.isAlive()) {
            process.destroyForcibly();
            throw new Trouble("notify-service does not get ready; see " + log);
        }
        return new NotifyProcess(process);
    }

    private static boolean ready(HttpClient http, int port) {
        try {
            HttpRequest ask = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    @Override
    public void close() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.teishutsu.demo.platform;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of the two services, as a process of its own from its packaged jar. */
final class ServiceProcess {

    private static final Duration READY_LIMIT = Duration.ofMinutes(2);
    private static final Duration END_LIMIT = Duration.ofSeconds(30);
    private static final Duration ASK_LIMIT = Duration.ofSeconds(2);
    private static final int LAST_LINES = 12;

    private final String name;
    private final int port;
    private final Path log;
    private final Path markFile;
    private final Process process;

    private ServiceProcess(String name, int port, Path log, Path markFile, Process process) {
        this.name = name;
        this.port = port;
        this.log = log;
        this.markFile = markFile;
        this.process = process;
    }

    /**
     * Starts the service; does not wait for it.
     *
     * @param jar of its packaged application
     * @param configuration written to a file only the owner can read: a command line shows to everybody
     */
    static ServiceProcess start(
            RunFolder run, String name, int port, Path jar, Map<String, String> configuration, boolean drill)
            throws IOException {
        Path home = run.path(name);
        OwnerOnly.folder(home);
        Files.createDirectories(home.resolve("config"));
        OwnerOnly.write(home.resolve("config/application.properties"), properties(configuration));
        Path log = run.logs().resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command(run, jar, name))
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        if (drill) {
            // A drill sends to the local receiver only, whatever the environment names.
            builder.environment().keySet().removeIf(key -> key.startsWith("MAIL_"));
        }
        Process process = builder.start();
        Path markFile = mark(run, name);
        ProcessMark.of(process.toHandle()).write(markFile);
        return new ServiceProcess(name, port, log, markFile, process);
    }

    /** Ends what a run that was killed left behind under this name. */
    static void endLeftover(RunFolder run, String name) throws IOException {
        Path file = mark(run, name);
        Optional<ProcessHandle> left = ProcessMark.read(file).flatMap(ProcessMark::alive);
        left.ifPresent(process -> Waiting.end(process, END_LIMIT));
        Files.deleteIfExists(file);
    }

    void awaitReady(HttpClient http) throws IOException {
        boolean ready = Waiting.until(READY_LIMIT, () -> !process.isAlive() || ready(http));
        if (!process.isAlive()) {
            throw new Trouble(name + " ended while starting (exit status " + process.exitValue() + "). The end of "
                    + log + ":\n" + lastLines());
        }
        if (!ready) {
            throw new Trouble(name + " is not ready after " + READY_LIMIT.toSeconds() + " s; see " + log);
        }
    }

    String name() {
        return name;
    }

    boolean alive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    Path log() {
        return log;
    }

    void end() throws IOException {
        Waiting.end(process.toHandle(), END_LIMIT);
        Files.deleteIfExists(markFile);
    }

    private boolean ready(HttpClient http) {
        HttpRequest ask = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(ASK_LIMIT)
                .build();
        try {
            return http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String lastLines() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    /** In a session of its own where the system can: Ctrl-C reaches us alone, and we end all in order. */
    private static List<String> command(RunFolder run, Path jar, String name) {
        List<String> command = new ArrayList<>();
        if (Command.works(run.logs().resolve("setsid.log"), List.of("setsid", "true"))) {
            command.add("setsid");
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dteishutsu.service=" + name,
                "-jar",
                jar.toString()));
        return command;
    }

    private static String properties(Map<String, String> configuration) {
        StringBuilder text = new StringBuilder();
        configuration.forEach((key, value) -> text.append(escape(key))
                .append('=')
                .append(value.replace("\\", "\\\\").replace("$", "\\\\$"))
                .append('\n'));
        return text.toString();
    }

    private static String escape(String key) {
        return key.replace(" ", "\\ ").replace(":", "\\:").replace("=", "\\=");
    }

    private static Path mark(RunFolder run, String name) {
        return run.path(name + ".pid");
    }
}

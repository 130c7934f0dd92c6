package org.teishutsu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.teishutsu.demo.platform.Credentials;
import org.teishutsu.demo.platform.RunFolder;
import org.teishutsu.demo.platform.Settings;
import org.teishutsu.demo.platform.Waiting;
import org.teishutsu.demo.play.Callers;

/** The suite as a person starts it, on ports and in a folder of its own. */
final class SuiteProcess implements AutoCloseable {

    private static final Path PROJECT = Path.of(System.getProperty("teishutsu.project", ".."));

    private final RunFolder run;
    private final Map<String, String> environment;
    private final Path terminal;
    private Process process;

    /** @param divisor how much smaller than the case the played one is */
    SuiteProcess(Path folder, int divisor) throws IOException {
        this.run = new RunFolder(folder.resolve("run"));
        this.terminal = folder.resolve("terminal.txt");
        // Unpacked once for all tests; the suite keeps its programs from run to run.
        Path programs = Files.createDirectories(PROJECT.resolve("demo/target/postgres-binaries"));
        Files.createDirectories(run.root());
        Files.createSymbolicLink(run.path("postgres-binaries"), programs.toAbsolutePath());
        this.environment = new HashMap<>();
        environment.put("TEISHUTSU_RUN", run.root().toString());
        environment.put("TEISHUTSU_REPORT_PORT", Integer.toString(freePort()));
        environment.put("TEISHUTSU_NOTIFY_PORT", Integer.toString(freePort()));
        environment.put("TEISHUTSU_DEMO_DIVISOR", Integer.toString(divisor));
        // So that a dead process is missed soon: what it held waits that long in each test.
        environment.put("DELIVERY_LEASE", "10s");
    }

    void start(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx512m",
                                "-Dteishutsu.project=" + PROJECT,
                                "-jar",
                                jar().toString()),
                        Stream.of(command))
                .toList());
        builder.environment().putAll(environment);
        process = builder.redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.to(terminal.toFile()))
                .start();
    }

    /** The exit status. */
    int awaitExit(Duration limit) throws InterruptedException, IOException {
        assertThat(process.waitFor(limit.toSeconds(), TimeUnit.SECONDS))
                .as("ends within %s; it said:%n%s", limit, said())
                .isTrue();
        return process.exitValue();
    }

    void awaitSaying(String text, Duration limit) throws IOException {
        boolean came = Waiting.until(limit, () -> saying(text) || !process.isAlive());
        assertThat(came && saying(text))
                .as("says '%s'; it said:%n%s", text, said())
                .isTrue();
    }

    void awaitMessages(long atLeast, Duration limit) throws IOException {
        boolean came = Waiting.until(limit, () -> messages() >= atLeast || !process.isAlive());
        assertThat(came && messages() >= atLeast)
                .as("%d messages within %s, there are %d; it said:%n%s", atLeast, limit, messages(), said())
                .isTrue();
    }

    long messages() {
        try (Stream<Path> files = Files.list(run.mail())) {
            return files.filter(file -> file.toString().endsWith(".eml")).count();
        } catch (IOException e) {
            return 0;
        }
    }

    /** kill -9 of the process on record under this name. */
    void killService(String name) throws IOException {
        ProcessHandle.of(pidOf(name)).orElseThrow().destroyForcibly();
    }

    void killPostgres() throws IOException {
        ProcessHandle.of(postgresPid()).orElseThrow().destroyForcibly();
    }

    boolean running() {
        return process.isAlive();
    }

    void killItself() {
        process.destroyForcibly();
    }

    long pidOf(String name) throws IOException {
        String text = Files.readString(run.path(name + ".pid"));
        return Long.parseLong(text.split(" ", -1)[0]);
    }

    long postgresPid() throws IOException {
        List<String> lines = Files.readAllLines(run.path("postgres").resolve("postmaster.pid"));
        return Long.parseLong(lines.get(0).strip());
    }

    static boolean alive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** notify-service's database, as its superuser. */
    Connection database() throws IOException, SQLException {
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(run.path("secrets"))) {
            secrets.load(reader);
        }
        String port = Files.readString(run.path("postgres.port")).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/notify", "postgres", secrets.getProperty("postgres"));
    }

    static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** A polite kill, as Ctrl-C is. */
    int end() throws InterruptedException, IOException {
        process.destroy();
        return awaitExit(Duration.ofMinutes(1));
    }

    RunFolder run() {
        return run;
    }

    int notifyPort() {
        return Integer.parseInt(environment.get("TEISHUTSU_NOTIFY_PORT"));
    }

    Callers callers() throws IOException {
        return new Callers(Settings.of(PROJECT, environment), Credentials.of(run.credentials()));
    }

    /** What the process started last has printed. */
    String said() throws IOException {
        return Files.exists(terminal) ? Files.readString(terminal) : "";
    }

    /** Whatever the test met, nothing of it stays: a start and a polite end finds leftovers of a kill. */
    @Override
    public void close() throws IOException {
        if (process != null) {
            process.destroy();
            Waiting.until(Duration.ofMinutes(1), () -> !process.isAlive());
        }
        for (String name : List.of("notify-service", "report-service")) {
            if (Files.exists(run.path(name + ".pid"))) {
                ProcessHandle.of(pidOf(name)).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
        if (Files.exists(run.path("postgres").resolve("postmaster.pid"))) {
            ProcessHandle.of(postgresPid()).ifPresent(ProcessHandle::destroy);
        }
    }

    private boolean saying(String text) {
        try {
            return said().contains(text);
        } catch (IOException e) {
            return false;
        }
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(PROJECT.resolve("demo/target"))) {
            return files.filter(file -> file.getFileName().toString().matches("demo-[\\d.]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A packaged service's. */
    static Path jarOf(String service) {
        return PROJECT.resolve(service + "/target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    }
}

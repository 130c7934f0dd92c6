package org.teishutsu.demo.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The embedded PostgreSQL of one run folder. A server that outlived the process that started it is taken over, known by
 * the id and start time in its {@code postmaster.pid}.
 */
final class PostgresServer {

    static final String SUPERUSER = "postgres";

    private static final Duration END_LIMIT = Duration.ofSeconds(30);
    /** The start in postmaster.pid is written a moment after the process began. */
    private static final Duration SAME_START = Duration.ofSeconds(10);

    private final PostgresBinaries binaries;
    private final Path data;
    private final Path log;
    private final ProcessHandle process;
    private final int port;
    private final boolean takenOver;

    private PostgresServer(Running running, PostgresBinaries binaries, Path data, Path log, boolean takenOver) {
        this.binaries = binaries;
        this.data = data;
        this.log = log;
        this.process = running.process();
        this.port = running.port();
        this.takenOver = takenOver;
    }

    private record Running(ProcessHandle process, int port) {}

    /** Takes over the server that runs in this folder, if one does. */
    static Optional<PostgresServer> takeOver(RunFolder run) throws IOException {
        Optional<Running> running = running(data(run));
        if (running.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new PostgresServer(running.get(), PostgresBinaries.in(run.binaries()), data(run), log(run), true));
    }

    /** Takes over the server of this folder, or starts it at the port, made anew where there is none. */
    static PostgresServer start(RunFolder run, int port, Secrets secrets) throws IOException, SQLException {
        Optional<PostgresServer> left = takeOver(run);
        PostgresServer server = left.isPresent() ? left.get() : startNew(run, port, secrets);
        PostgresDatabases.make(server.port, secrets);
        return server;
    }

    int port() {
        return port;
    }

    boolean takenOver() {
        return takenOver;
    }

    boolean alive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Looks first: pg_ctl would signal whoever has the id in postmaster.pid by now. */
    void end() throws IOException {
        if (running(data).isEmpty()) {
            return;
        }
        Command.works(
                log,
                Command.notAsRoot(
                        log,
                        List.of(
                                binaries.program("pg_ctl"),
                                "-D",
                                data.toString(),
                                "-m",
                                "fast",
                                "-w",
                                "-t",
                                "60",
                                "stop")));
        if (process.isAlive()) {
            Waiting.end(process, END_LIMIT);
        }
    }

    private static PostgresServer startNew(RunFolder run, int port, Secrets secrets) throws IOException {
        PostgresBinaries binaries = PostgresBinaries.in(run.binaries());
        Path data = data(run);
        Path log = log(run);
        if (!Files.exists(data)) {
            initialise(binaries, data, log, secrets);
        }
        List<String> start = List.of(
                binaries.program("pg_ctl"),
                "-D",
                data.toString(),
                "-l",
                log.toString(),
                "-o",
                String.join(" ", options(port)),
                "-w",
                "-t",
                "60",
                "start");
        boolean started = Command.run(log, Command.notAsRoot(log, start)) == 0;
        Optional<Running> running = running(data);
        if (!started || running.isEmpty()) {
            throw new Trouble("PostgreSQL does not start; see " + log);
        }
        return new PostgresServer(running.get(), binaries, data, log, false);
    }

    /** Made beside its place and moved there whole: a half made one is never taken for a database. */
    private static void initialise(PostgresBinaries binaries, Path data, Path log, Secrets secrets) throws IOException {
        Path password = data.resolveSibling("postgres.password");
        Path unfinished =
                data.resolveSibling("postgres." + ProcessHandle.current().pid() + ".part");
        OwnerOnly.write(password, secrets.get(SUPERUSER) + "\n");
        List<String> command = new ArrayList<>(List.of(
                binaries.program("initdb"),
                "-D",
                unfinished.toString(),
                "-U",
                SUPERUSER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + password,
                "-E",
                "UTF-8",
                "--locale=C",
                "--locale-provider=icu",
                "--icu-locale=ja-JP"));
        try {
            if (Command.run(log, Command.notAsRoot(log, command)) != 0) {
                throw new Trouble("PostgreSQL's initdb failed; see " + log);
            }
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Durable, on 127.0.0.1 alone; its log never shows a statement or a value, which may be personal data. */
    private static List<String> options(int port) {
        List<String> settings = List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "timezone=UTC",
                "max_connections=120",
                "shared_buffers=256MB",
                "max_wal_size=2GB",
                "log_error_verbosity=terse",
                "log_min_error_statement=panic",
                "log_parameter_max_length=0",
                "log_parameter_max_length_on_error=0");
        List<String> options = new ArrayList<>(List.of("-p", Integer.toString(port)));
        settings.forEach(setting -> options.addAll(List.of("-c", setting)));
        return options;
    }

    /** Lines of postmaster.pid: id, data folder, start in seconds, port. */
    private static Optional<Running> running(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 4) {
            return Optional.empty();
        }
        Instant started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
        int port = Integer.parseInt(lines.get(3).strip());
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        Duration.between(process.info().startInstant().orElse(Instant.EPOCH), started)
                                        .abs()
                                        .compareTo(SAME_START)
                                <= 0)
                .map(process -> new Running(process, port));
    }

    private static Path data(RunFolder run) {
        return run.path("postgres");
    }

    private static Path log(RunFolder run) {
        return run.logs().resolve("postgres.log");
    }
}

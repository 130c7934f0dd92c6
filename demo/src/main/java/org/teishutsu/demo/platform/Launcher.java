package org.teishutsu.demo.platform;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.teishutsu.demo.mail.MailReceiver;

/**
 * The suite on this machine, from its start to its end. Ends in the order notify-service, report-service, mail
 * receiver, PostgreSQL: nobody loses what it still needs.
 */
public final class Launcher implements AutoCloseable {

    private static final long DEMO_MEBIBYTES = 3_000;
    private static final long START_MEBIBYTES = 500;
    private static final long WATCH_MILLIS = 250;

    private final Settings settings;
    private final RunFolder run;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final List<ServiceProcess> services = new ArrayList<>();
    private @Nullable FileChannel lock;
    private @Nullable MailReceiver receiver;
    private @Nullable PostgresServer postgres;

    public Launcher(Settings settings) {
        this.settings = settings;
        this.run = new RunFolder(settings.run());
    }

    /** A demo begins anew: refuses a folder that is not a demo's, ends what is left of the last one, wipes it. */
    public void prepareDemo() throws IOException {
        run.mustBeADemosOrEmpty();
        run.mustHaveSpace(DEMO_MEBIBYTES);
        take();
        endLeftovers();
        Optional<PostgresServer> left = PostgresServer.takeOver(run);
        if (left.isPresent()) {
            left.get().end();
        }
        run.wipe();
        run.begin(Mode.DEMO);
    }

    /** Goes on in a folder that exists, or begins a new one; what is left of a killed run is ended or taken over. */
    public Mode prepareUp(boolean drillAsked) throws IOException {
        Mode mode = run.modeToGoOnIn(drillAsked);
        run.mustHaveSpace(START_MEBIBYTES);
        take();
        endLeftovers();
        run.begin(mode);
        return mode;
    }

    /** Starts everything and waits until both services are ready. */
    public void start(Mode mode, ServiceConfiguration.Start start) throws IOException, SQLException {
        Ports.mustBeFree(settings.reportPort(), "report-service", "TEISHUTSU_REPORT_PORT");
        Ports.mustBeFree(settings.notifyPort(), "notify-service", "TEISHUTSU_NOTIFY_PORT");
        Secrets secrets = Secrets.of(run.path("secrets"));
        Credentials credentials = Credentials.of(run.credentials());
        boolean left = PostgresServer.takeOver(run).isPresent();
        int wanted = left ? 0 : port("postgres", settings.postgresPort(), "TEISHUTSU_POSTGRES_PORT");
        PostgresServer server = PostgresServer.start(run, wanted, secrets);
        postgres = server;
        int mailPort = port("mail", settings.mailPort(), "TEISHUTSU_MAIL_PORT");
        if (mode.drill()) {
            receiver = MailReceiver.start(run.mail(), mailPort);
        }
        ServiceConfiguration configuration =
                new ServiceConfiguration(settings, run, mode, start, server.port(), mailPort, secrets, credentials);
        services.add(start("report-service", settings.reportPort(), configuration, mode));
        services.add(start("notify-service", settings.notifyPort(), configuration, mode));
        HttpClient http = HttpClient.newHttpClient();
        for (ServiceProcess service : services) {
            service.awaitReady(http);
        }
    }

    /**
     * Waits until the suite is asked to stop or a process dies.
     *
     * @return what died, empty when asked to stop
     */
    public Optional<String> awaitEnd() throws InterruptedException {
        while (!stopping.await(WATCH_MILLIS, TimeUnit.MILLISECONDS)) {
            Optional<String> dead = dead();
            if (dead.isPresent()) {
                return dead;
            }
        }
        return Optional.empty();
    }

    /** The process that is no longer there although it should be, with the log that may say why. */
    public Optional<String> dead() {
        for (ServiceProcess service : services) {
            if (!service.alive()) {
                return Optional.of(service.name() + " has died; see " + service.log());
            }
        }
        if (postgres != null && !postgres.alive()) {
            return Optional.of("PostgreSQL has died; see " + run.logs().resolve("postgres.log"));
        }
        return Optional.empty();
    }

    /** Asks a waiting {@link #awaitEnd} to return. */
    public void stop() {
        stopping.countDown();
    }

    /** Whether the suite has been asked to end. */
    public boolean ending() {
        return stopping.getCount() == 0;
    }

    public RunFolder run() {
        return run;
    }

    /** The mail receiver of a drill. */
    public Optional<MailReceiver> receiver() {
        return Optional.ofNullable(receiver);
    }

    /** Whether PostgreSQL was found running and taken over. */
    public boolean tookOverPostgres() {
        return postgres != null && postgres.takenOver();
    }

    @Override
    public synchronized void close() throws IOException {
        stop();
        for (int i = services.size() - 1; i >= 0; i--) {
            services.get(i).end();
        }
        services.clear();
        if (receiver != null) {
            receiver.close();
            receiver = null;
        }
        if (postgres != null) {
            postgres.end();
            postgres = null;
        }
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }

    /** Asks the operating system for the folder: it forgets the claim of a process that was killed. */
    private void take() throws IOException {
        OwnerOnly.folder(run.root());
        FileChannel channel =
                FileChannel.open(run.path(RunFolder.LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock taken = channel.tryLock();
        if (taken == null) {
            channel.close();
            throw new Trouble("a suite is running in " + run.root()
                    + " already: end it with Ctrl-C where it runs, or set TEISHUTSU_RUN to another folder.");
        }
        lock = channel;
        Files.createDirectories(run.logs());
    }

    private void endLeftovers() throws IOException {
        ServiceProcess.endLeftover(run, "notify-service");
        ServiceProcess.endLeftover(run, "report-service");
    }

    private ServiceProcess start(String name, int port, ServiceConfiguration configuration, Mode mode)
            throws IOException {
        Path jar = settings.project().resolve(name + "/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new Trouble(jar + " is not there: build the suite first (mvn package).");
        }
        return ServiceProcess.start(run, name, port, jar, configuration.of(name), mode.drill());
    }

    /** The port asked for, or the one on record if it is free, or any free one, which is then on record. */
    private int port(String name, OptionalInt asked, String variable) throws IOException {
        if (asked.isPresent()) {
            Ports.mustBeFree(asked.getAsInt(), name, variable);
            return record(name, asked.getAsInt());
        }
        Path file = run.path(name + ".port");
        if (Files.exists(file)) {
            int recorded = Integer.parseInt(Files.readString(file).strip());
            if (Ports.free(recorded)) {
                return recorded;
            }
        }
        return record(name, Ports.anyFree());
    }

    private int record(String name, int port) throws IOException {
        Files.writeString(run.path(name + ".port"), port + "\n");
        return port;
    }
}

package org.teishutsu.demo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.teishutsu.demo.platform.Credentials;
import org.teishutsu.demo.platform.Launcher;
import org.teishutsu.demo.platform.Mode;
import org.teishutsu.demo.platform.Ports;
import org.teishutsu.demo.platform.ServiceConfiguration;
import org.teishutsu.demo.platform.Settings;
import org.teishutsu.demo.platform.Trouble;
import org.teishutsu.demo.platform.Waiting;
import org.teishutsu.demo.play.Callers;

/**
 * What can happen to a packaged notify-service while it sends, each with one campaign on a suite of its own: afterwards
 * nobody is lost, doubles are within the windows and bear one Message-ID, and everybody is in one state of reach.
 */
@SuppressWarnings("try") // processes that only have to be there
final class Faults implements AutoCloseable {

    private static final String INCIDENT = "2016-attack";
    private static final int WINDOW = 100;
    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final int FIRST_PORT = 10_025;
    private static final int LAST_PORT = 20_025;
    /** So that a dead process is missed soon; the lease of a production is longer. */
    private static final Map<String, String> KEYS = Map.of("delivery.lease", "5s");

    private final Path project;
    private final Launcher launcher;
    private final RecordingSink sink;
    private final Callers callers;
    private final Database database;
    private final CampaignSide suite;
    private final int notifyPort;
    private final int secondPort;
    private final int messages;
    private final Random random;

    /** What was seen after one fault. */
    record Seen(String fault, int messages, int lost, int doubled, int allowed, int otherIds, long resent) {

        boolean fine() {
            return lost == 0 && doubled <= allowed && otherIds == 0 && resent >= doubled;
        }

        String row() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %,d | %d | %d (at most %d) | %d | %d |",
                    fault,
                    messages,
                    lost,
                    doubled,
                    allowed,
                    otherIds,
                    resent);
        }
    }

    /**
     * Starts a suite of its own.
     *
     * @param answer how long the receiver takes for a final dot
     * @param seed of the instants at which something happens
     */
    Faults(Path project, Path folder, int messages, Duration answer, long seed) throws IOException, SQLException {
        this.project = project;
        this.messages = messages;
        this.random = new Random(seed);
        int[] ports = IntStream.range(FIRST_PORT, LAST_PORT)
                .filter(Ports::free)
                .limit(4)
                .toArray();
        Settings settings = new Settings(
                project,
                folder.resolve("run"),
                ports[0],
                ports[1],
                OptionalInt.empty(),
                OptionalInt.of(ports[2]),
                Map.of());
        notifyPort = ports[1];
        secondPort = ports[3];
        launcher = new Launcher(settings);
        launcher.prepareDemo();
        launcher.start(Mode.REAL, new ServiceConfiguration.Start(Optional.empty()));
        sink = new RecordingSink(ports[2], answer);
        callers = new Callers(settings, Credentials.of(launcher.run().credentials()));
        database = Database.of(launcher.run());
        suite = new CampaignSide(callers, database, folder);
        suite.prepare();
        suite.affected(INCIDENT, 0, messages);
        // From here on the service runs in processes that this test can kill without ending the suite.
        ProcessHandle.of(Long.parseLong(Files.readString(launcher.run().path("notify-service.pid"))
                        .strip()
                        .split("\\s+", -1)[0]))
                .ifPresent(Faults::end);
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        process.onExit().join();
    }

    private NotifyProcess start(int port) throws IOException {
        return NotifyProcess.start(project, launcher.run(), port, KEYS);
    }

    /** kill -9 at random, and a new process each time. */
    Seen killed(int kills) throws IOException {
        NotifyProcess process = start(notifyPort);
        String campaign = suite.start(INCIDENT);
        for (int kill = 1; kill <= kills; kill++) {
            awaitMessages(messages * kill / (kills + 1) + random.nextInt(Math.max(1, messages / (kills + 1) / 2)));
            process.kill();
            process = start(notifyPort);
        }
        try {
            return seen("kill -9, " + kills + " times at random", campaign, WINDOW * kills);
        } finally {
            process.close();
        }
    }

    /** Two processes on one queue, one of them killed. */
    Seen oneOfTwoKilled() throws IOException {
        NotifyProcess first = start(secondPort);
        try (NotifyProcess second = start(notifyPort)) {
            String campaign = suite.start(INCIDENT);
            awaitMessages(messages / 2);
            first.kill();
            return seen("two processes, one killed", campaign, WINDOW);
        }
    }

    Seen databaseCrashes(int times) throws IOException {
        try (NotifyProcess process = start(notifyPort)) {
            String campaign = suite.start(INCIDENT);
            for (int crash = 1; crash <= times; crash++) {
                awaitMessages(messages * crash / (times + 1));
                crashDatabase();
            }
            return seen("PostgreSQL crashed " + times + " times", campaign, WINDOW * times);
        }
    }

    /** One campaign through one of two processes killed, a crash of PostgreSQL, and a kill of the only process. */
    Seen oneAfterAnother() throws IOException {
        NotifyProcess first = start(secondPort);
        NotifyProcess second = start(notifyPort);
        String campaign = suite.start(INCIDENT);
        awaitMessages(messages / 4);
        first.kill();
        awaitMessages(messages / 2);
        crashDatabase();
        awaitMessages(messages * 3 / 4);
        second.kill();
        try (NotifyProcess third = start(notifyPort)) {
            return seen("one of two killed, PostgreSQL crashed, killed again", campaign, WINDOW * 3);
        }
    }

    /** A backend that dies makes PostgreSQL end all connections and recover from its log. */
    private void crashDatabase() {
        long backend = database.number("notify", """
                select min(pid) from pg_stat_activity where datname = 'notify' and pid <> pg_backend_pid()
                    and backend_type = 'client backend'
                """);
        ProcessHandle.of(backend).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** A receiver that takes longer for an answer than a lease lasts. */
    Seen slowReceiver(String how) throws IOException {
        try (NotifyProcess process = start(notifyPort)) {
            return seen(how, suite.start(INCIDENT), 0);
        }
    }

    private void awaitMessages(int number) {
        if (!Waiting.until(LIMIT, () -> sink.messages() >= number)) {
            throw new Trouble("only " + sink.messages() + " messages of " + number + " after " + LIMIT);
        }
    }

    private Seen seen(String fault, String campaign, int allowed) {
        JsonNode progress = suite.awaitSettled(campaign, messages);
        List<String> faults = new ArrayList<>();
        int doubled = 0;
        int otherIds = 0;
        for (List<String> ids : sink.received().values()) {
            doubled += ids.size() - 1;
            otherIds += (int) ids.stream().distinct().count() - 1;
        }
        everybodyIsInOneStateOfReach(faults);
        if (!faults.isEmpty()) {
            throw new Trouble(fault + ": " + String.join(", ", faults));
        }
        return new Seen(
                fault,
                messages,
                messages - sink.received().size(),
                doubled,
                allowed,
                otherIds,
                progress.path("resent").asLong());
    }

    private void everybodyIsInOneStateOfReach(List<String> faults) {
        String now = database.text(
                "notify", "select to_char(domain_now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')");
        JsonNode reach = callers.notify("officer")
                .get("/figures?incident=" + INCIDENT + "&asOf=" + now)
                .path("incidents")
                .path(0)
                .path("reach");
        long sum = 0;
        for (JsonNode count : reach) {
            sum += count.asLong();
        }
        if (sum != messages) {
            faults.add("the states of reach add up to " + sum + " of " + messages);
        }
    }

    @Override
    public void close() throws IOException {
        sink.close();
        launcher.close();
    }
}

package org.teishutsu.demo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.teishutsu.demo.input.LongList;
import org.teishutsu.demo.platform.Credentials;
import org.teishutsu.demo.platform.Launcher;
import org.teishutsu.demo.platform.Mode;
import org.teishutsu.demo.platform.ServiceConfiguration;
import org.teishutsu.demo.platform.Settings;
import org.teishutsu.demo.platform.Trouble;
import org.teishutsu.demo.play.Api;
import org.teishutsu.demo.play.Callers;
import org.teishutsu.demo.terminal.Screen;

/** {@code bench/figures.sh}: figures of a growing ledger, by the service and by a hand-written aggregate, turn about. */
public final class FiguresBench {

    /** Taken in as a list, so that the service knows incident, items and an applied list; the others come by SQL. */
    private static final int SEED = 1_000;

    /** Before the list, and that before {@code fill.sql}'s deliveries. */
    private static final Instant BEGINS = Instant.parse("2017-07-28T08:00:00Z");

    private static final String AS_OF = "2017-09-01T00:00:00+09:00";

    private final Path project;
    private final Path folder;
    private final List<Integer> sizes;
    private final int rounds;
    private final Path results;
    private final Screen screen;

    private FiguresBench(Path project, Screen screen) {
        this.project = project;
        this.screen = screen;
        folder = Path.of(System.getProperty("teishutsu.bench", "target/bench-figures"))
                .toAbsolutePath();
        sizes = Stream.of(asked("TEISHUTSU_BENCH_ROWS", "100000 1000000").split(" ", -1))
                .map(Integer::valueOf)
                .sorted()
                .toList();
        rounds = Integer.parseInt(asked("TEISHUTSU_BENCH_ROUNDS", "5"));
        results = Path.of(asked(
                "TEISHUTSU_BENCH_RESULTS", project.resolve("bench/RESULTS.md").toString()));
    }

    public static void main(String[] args) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        Screen screen = Screen.ofProcess();
        Path project = Path.of(System.getProperty("teishutsu.project", ".")).toAbsolutePath();
        try {
            new FiguresBench(project, screen).run();
        } catch (Trouble e) {
            screen.heading("bench: " + e.getMessage());
            System.exit(1);
        }
    }

    /** What was found of one size. */
    private record Found(int recipients, Spread service, Spread byHand) {

        String row() {
            return String.format(
                    Locale.ROOT,
                    "| %,d | %s | %s | **%.2f** |%n",
                    recipients,
                    byHand.text(),
                    service.text(),
                    service.median() / byHand.median());
        }

        /** How much longer a recipient takes than in the smaller ledger, 1 if time grows in line. */
        String growth(Found smaller) {
            double more = recipients / (double) smaller.recipients;
            return String.format(
                    Locale.ROOT,
                    "Time a recipient, %,d against %,d: by hand %.2f times, the service %.2f times.%n",
                    recipients,
                    smaller.recipients,
                    byHand.median() / smaller.byHand.median() / more,
                    service.median() / smaller.service.median() / more);
        }
    }

    private void run() throws Exception {
        Files.createDirectories(folder);
        StringBuilder table = new StringBuilder("| recipients | by hand | the service | ratio |\n|---|---|---|---|\n");
        StringBuilder growth = new StringBuilder();
        String postgres;
        try (Launcher launcher = start()) {
            Callers callers =
                    new Callers(settings(), Credentials.of(launcher.run().credentials()));
            Database database = Database.of(launcher.run());
            // As the service asks: see HashJoins.
            database.execute("postgres", "alter role postgres set work_mem = '64MB'");
            database.execute("postgres", "alter role postgres set jit = off");
            postgres = database.settings();
            seed(callers, database);
            Found last = null;
            int filled = SEED;
            for (int size : sizes) {
                screen.heading(size + " recipients, " + rounds + " rounds (nobody of them exists)");
                fill(database, filled + 1, size);
                filled = size;
                Found found = measure(callers, database, size);
                screen.line(found.row());
                table.append(found.row());
                growth.append(last == null ? "" : "\n" + found.growth(last));
                last = found;
            }
        }
        String section = Machine.describeWithoutPsql(project) + " " + postgres + ".\n\n"
                + "One run, turn about, " + rounds
                + " rounds after one to warm up: `GET /figures` of one incident, over"
                + " HTTP, beside one statement written by hand (`bench/figures/by-hand.sql`) over the same tables with the"
                + " same memory. Both must count the same exposures, deliveries by state and recipients by reach.\n\n"
                + table + growth;
        screen.heading(section);
        ResultFile.replace(results, "figures", section);
    }

    private void seed(Callers callers, Database database) throws IOException {
        SuiteSide suite = new SuiteSide(callers, database);
        suite.makeIncident();
        Path list = folder.resolve("list.csv");
        new LongList(SEED).writeCsv(list);
        suite.takeIn(list);
        Files.delete(list);
        clock(callers, "2017-09-01T09:00:00+09:00");
    }

    private static void clock(Callers callers, String instant) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("instant", instant);
        callers.report("officer").put("/drill/clock", body);
    }

    private void fill(Database database, int from, int to) throws IOException {
        if (to >= from) {
            database.execute(
                    "notify",
                    script("fill.sql").replace("{from}", Integer.toString(from)).replace("{to}", Integer.toString(to)));
        }
        for (String each : List.of("recipient", "exposure", "delivery", "delivery_event")) {
            database.execute("notify", "vacuum analyze " + each);
        }
        database.execute("notify", "checkpoint");
    }

    private Found measure(Callers callers, Database database, int recipients) throws IOException {
        Api service = callers.notify("service");
        String path = "/figures?incident=2016-attack&asOf=" + AS_OF.replace("+", "%2B");
        JsonNode figures = service.get(path);
        String byHand = script("by-hand.sql")
                .replace("{asOf}", AS_OF)
                .replace("{emailDays}", figures.at("/noReturnAfter/emailDays").asText())
                .replace("{letterDays}", figures.at("/noReturnAfter/letterDays").asText());
        mustCountTheSame(figures, Api.JSON.readTree(database.text("notify", byHand)), recipients);
        List<Duration> ofService = new ArrayList<>();
        List<Duration> ofHand = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            ofHand.add(timed(() -> database.text("notify", byHand)));
            ofService.add(timed(() -> service.get(path)));
        }
        return new Found(recipients, new Spread(ofService), new Spread(ofHand));
    }

    private static Duration timed(Runnable what) {
        long began = System.nanoTime();
        what.run();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Else the comparison would be one of different things. */
    private static void mustCountTheSame(JsonNode service, JsonNode byHand, int recipients) {
        JsonNode union = service.path("union");
        mustBe("recipients", recipients, union.path("recipients").asLong());
        long exposures = 0;
        for (JsonNode number : byHand.path("combinations")) {
            exposures += number.asLong();
        }
        mustBe("exposures", exposures, union.path("exposures").asLong());
        byHand.path("reach")
                .properties()
                .forEach(reach -> mustBe(
                        reach.getKey(),
                        reach.getValue().asLong(),
                        union.path("reach").path(reach.getKey()).asLong()));
        byHand.path("deliveries").properties().forEach(state -> {
            String pointer = "/deliveries/" + state.getKey().replace(' ', '/');
            mustBe(state.getKey(), state.getValue().asLong(), union.at(pointer).asLong());
        });
    }

    private static void mustBe(String what, long byHand, long service) {
        if (byHand != service) {
            throw new Trouble(what + ": by hand " + byHand + ", the service " + service);
        }
    }

    private String script(String name) throws IOException {
        return Files.readString(project.resolve("bench/figures").resolve(name));
    }

    private static String asked(String key, String otherwise) {
        return System.getenv().getOrDefault(key, otherwise);
    }

    private Launcher start() throws Exception {
        Launcher launcher = new Launcher(settings());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                launcher.close();
            } catch (IOException e) {
                System.err.println("bench: could not end everything: " + e.getMessage());
            }
        }));
        launcher.prepareDemo();
        launcher.start(Mode.DEMO, new ServiceConfiguration.Start(Optional.of(BEGINS)));
        return launcher;
    }

    private Settings settings() {
        Settings asked = Settings.of(project, System.getenv());
        return new Settings(
                project,
                folder.resolve("run"),
                asked.reportPort(),
                asked.notifyPort(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                asked.environment());
    }
}

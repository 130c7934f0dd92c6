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
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.teishutsu.demo.platform.Credentials;
import org.teishutsu.demo.platform.Launcher;
import org.teishutsu.demo.platform.Mode;
import org.teishutsu.demo.platform.Settings;
import org.teishutsu.demo.platform.Trouble;
import org.teishutsu.demo.play.Api;
import org.teishutsu.demo.play.Callers;
import org.teishutsu.demo.terminal.Screen;

/** {@code bench/lists.sh}: what the lists of report-service take over a full ledger, at a steady rate. */
public final class ListsBench {

    private static final int LISTS_PER_SECOND = 100;
    private static final int ACCOUNTS_PER_SECOND = 500;
    private static final double LISTS_LIMIT = 50;
    private static final double ACCOUNTS_LIMIT = 10;
    /** Different rows of a kind that are asked for in turn. */
    private static final int SAMPLE = 200;

    private final Path project;
    private final FullLedger ledger;
    private final Duration during;
    private final Path folder;
    private final Path results;
    private final Screen screen;
    private final List<String> rows = new ArrayList<>();
    private boolean fine = true;

    private ListsBench(Path project, Map<String, String> environment, Screen screen) {
        this.project = project;
        this.screen = screen;
        this.folder = Path.of(System.getProperty("teishutsu.bench", "target/bench-lists"))
                .toAbsolutePath();
        this.results = Path.of(environment.getOrDefault(
                "TEISHUTSU_BENCH_RESULTS", project.resolve("bench/RESULTS.md").toString()));
        this.during = Duration.ofSeconds(Long.parseLong(environment.getOrDefault("TEISHUTSU_BENCH_SECONDS", "30")));
        int[] sizes = Stream.of(environment
                        .getOrDefault("TEISHUTSU_BENCH_LEDGER", "1000 10000 100000")
                        .split(" ", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        this.ledger = new FullLedger(sizes[0], sizes[1], sizes[2]);
    }

    public static void main(String[] args) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        Screen screen = Screen.ofProcess();
        Path project = Path.of(System.getProperty("teishutsu.project", ".")).toAbsolutePath();
        try {
            ListsBench bench = new ListsBench(project, System.getenv(), screen);
            bench.run();
            System.exit(bench.fine ? 0 : 1);
        } catch (Trouble e) {
            screen.heading("bench: " + e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws IOException, SQLException {
        Files.createDirectories(folder);
        String postgres;
        try (Launcher launcher = start()) {
            Database database = Database.of(launcher.run());
            postgres = database.settings();
            Credentials credentials = Credentials.of(launcher.run().credentials());
            Api officer = new Callers(settings(), credentials).report("officer");
            screen.heading("filling the ledger");
            List<String> orders = ledger.fill(database, officer);
            int port = settings().reportPort();
            lists(new SteadyLoad(port, credentials.user("auditor")), officer, orders);
            SteadyLoad accounts = new SteadyLoad(port, credentials.user("service"));
            measure(
                    accounts,
                    "/restrictions/NEW_ACCOUNTS/current",
                    List.of("/restrictions/NEW_ACCOUNTS/current"),
                    ACCOUNTS_PER_SECOND,
                    99,
                    ACCOUNTS_LIMIT);
        }
        String section = section(postgres);
        screen.heading(section);
        ResultFile.replace(results, "lists", section);
    }

    private void lists(SteadyLoad load, Api officer, List<String> orders) {
        List<String> measures = ids(officer.get("/measures?limit=1000"));
        load.ask(List.of("/incidents", "/measures", "/orders"), LISTS_PER_SECOND / 2, during);
        String middle = measures.get(measures.size() / 2);
        list(load, "/incidents", List.of("/incidents"));
        list(load, "/incidents?after=", some(i -> "/incidents?after=" + FullLedger.code(i % ledger.incidents())));
        list(load, "/incidents/{code}/timeline", some(i -> incident(i) + "/timeline"));
        list(load, "/incidents/{code}/findings", some(i -> incident(i) + "/findings"));
        list(load, "/incidents/{code}/published-figures", some(i -> incident(i) + "/published-figures"));
        list(load, "/public-notices", List.of("/public-notices"));
        list(load, "/orders", List.of("/orders"));
        list(load, "/orders/{id}/deadlines", some(i -> order(orders, i) + "/deadlines"));
        list(load, "/orders/{id}/instructions", some(i -> order(orders, i) + "/instructions"));
        list(load, "/orders/{id}/reminders", some(i -> order(orders, i) + "/reminders"));
        list(load, "/measures", List.of("/measures", "/measures?after=" + middle));
        list(load, "/measures?order=", some(i -> "/measures?order=" + orders.get(i % orders.size())));
        list(load, "/measures?owner=", some(i -> "/measures?owner=%E9%83%A8%E7%BD%B2" + i % 40));
        list(load, "/measures?late=true", List.of("/measures?late=true"));
        list(load, "/measures/{id}/progress", some(i -> "/measures/" + measures.get(i) + "/progress"));
        list(load, "/evidence?order=", some(i -> "/evidence?order=" + orders.get(i % orders.size())));
        list(load, "/restrictions", List.of("/restrictions"));
        list(load, "/filings?order=", some(i -> "/filings?order=" + orders.get(i % orders.size())));
        list(load, "/audit", List.of("/audit"));
    }

    private String incident(int i) {
        return "/incidents/" + FullLedger.code(i % ledger.incidents());
    }

    private static String order(List<String> orders, int i) {
        return "/orders/" + orders.get(i % orders.size());
    }

    private static List<String> some(IntFunction<String> path) {
        return IntStream.range(0, SAMPLE).mapToObj(path).toList();
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private void list(SteadyLoad load, String name, List<String> paths) {
        measure(load, name, paths, LISTS_PER_SECOND, 95, LISTS_LIMIT);
    }

    private void measure(SteadyLoad load, String name, List<String> paths, int perSecond, int percent, double limit) {
        load.ask(paths, perSecond, Duration.ofSeconds(Math.max(1, during.toSeconds() / 3)));
        SteadyLoad.Times times = load.ask(paths, perSecond, during);
        boolean held = times.percentile(percent) < limit && times.refused() == 0;
        fine &= held;
        String row = String.format(
                Locale.ROOT,
                "| `%s` | %d | %,.1f kB | %.1f | %.1f | %.1f | p%d below %.0f: %s |",
                name,
                perSecond,
                times.bytes() / 1e3,
                times.percentile(50),
                times.percentile(95),
                times.percentile(99),
                percent,
                limit,
                held ? "yes" : times.refused() == 0 ? "**no**" : "**no**, " + times.refused() + " refused");
        rows.add(row);
        screen.line(row);
    }

    private String section(String postgres) throws IOException {
        return String.format(
                Locale.ROOT,
                "%s%n%n%s; report-service with -Xmx512m, on the same machine as what asks.%n%n%,d incidents, %,d measures,"
                        + " %,d progress entries, %d orders; pages of 100. Asked at a steady rate for %d s after a warm-up,"
                        + " each timed in ms from the moment it was due.%n%n"
                        + "| list | a second | an answer | p50 | p95 | p99 | limit |%n|---|---|---|---|---|---|---|%n%s%n",
                Machine.describe(project),
                postgres,
                ledger.incidents(),
                ledger.measures(),
                ledger.progress(),
                FullLedger.ORDERS,
                during.toSeconds(),
                String.join("\n", rows));
    }

    private Launcher start() throws IOException, SQLException {
        return OwnSuite.start(settings(), Mode.DEMO);
    }

    private Settings settings() {
        return OwnSuite.settings(project, folder, OptionalInt.empty(), System.getenv());
    }
}

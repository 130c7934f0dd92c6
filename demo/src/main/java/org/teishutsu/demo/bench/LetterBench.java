package org.teishutsu.demo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.teishutsu.demo.input.Csv;
import org.teishutsu.demo.input.LongList;
import org.teishutsu.demo.platform.Credentials;
import org.teishutsu.demo.platform.Launcher;
import org.teishutsu.demo.platform.Mode;
import org.teishutsu.demo.platform.Settings;
import org.teishutsu.demo.platform.Trouble;
import org.teishutsu.demo.play.Api;
import org.teishutsu.demo.play.Callers;
import org.teishutsu.demo.terminal.Screen;

/** {@code bench/letters.sh}: letters printed by the packaged service, beside HTML that is printed one by one and in files. */
public final class LetterBench {

    private static final int A_FILE = 1000;
    /** Until Java has compiled what is run again and again. */
    private static final int WARM_UP = 10 * A_FILE;

    private static final int ONE_BY_ONE = 100;
    private static final int FILES = 3;

    private final Path project;
    private final Path folder;
    private final int letters;
    private final Path results;
    private final Screen screen;

    private LetterBench(Path project, Screen screen) {
        this.project = project;
        this.screen = screen;
        folder = Path.of(System.getProperty("teishutsu.bench", "target/bench-letters"))
                .toAbsolutePath();
        letters = Integer.parseInt(System.getenv().getOrDefault("TEISHUTSU_BENCH_LETTERS", "20000"));
        results = Path.of(System.getenv()
                .getOrDefault(
                        "TEISHUTSU_BENCH_RESULTS",
                        project.resolve("bench/RESULTS.md").toString()));
    }

    public static void main(String[] args) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        Screen screen = Screen.ofProcess();
        Path project = Path.of(System.getProperty("teishutsu.project", ".")).toAbsolutePath();
        try {
            new LetterBench(project, screen).run();
        } catch (Trouble e) {
            screen.heading("bench: " + e.getMessage());
            System.exit(1);
        }
    }

    /** What some letters took: processor time, time on the clock, bytes. */
    private record Cost(int letters, Duration processor, Duration clock, long bytes) {

        String row(String what) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %,d | **%,.0f** | %,.0f | %,d |%n",
                    what,
                    letters,
                    letters / seconds(processor),
                    letters / seconds(clock),
                    bytes / letters);
        }

        private static double seconds(Duration duration) {
            return duration.toNanos() / 1e9;
        }
    }

    private void run() throws Exception {
        Files.createDirectories(folder);
        screen.heading(letters + " letters and " + WARM_UP + " to warm up (all people in the list are made up)");
        Path list = folder.resolve("list.csv");
        writeList(list);
        Cost service;
        Cost oneByOne;
        Cost inFiles;
        try (Launcher launcher = start()) {
            Callers callers =
                    new Callers(settings(), Credentials.of(launcher.run().credentials()));
            String campaign = campaign(callers, launcher, list);
            printed(callers, launcher, campaign, WARM_UP);
            service = printed(callers, launcher, campaign, letters);
            HtmlLetters html = new HtmlLetters(callers.notify("officer")
                    .get("/campaigns/" + campaign + "/preview")
                    .path("body")
                    .asText());
            html.print(ONE_BY_ONE, 1);
            oneByOne = measured(ONE_BY_ONE, () -> html.print(ONE_BY_ONE, 1));
            html.print(A_FILE, A_FILE);
            inFiles = measured(FILES * A_FILE, () -> html.print(FILES * A_FILE, A_FILE));
        }
        Files.delete(list);
        String section = Machine.describeWithoutPsql(project) + "\n\n"
                + "One run. The service: `POST /letter-batches` of 1,000 each, end to end (its processor time; PostgreSQL's"
                + " is not in it), after " + WARM_UP
                + " letters to warm up. Beside it the same text as HTML by openhtmltopdf, bare:"
                + " no queue, no database, fonts parsed once; one file a letter, and 1,000 letters a file.\n\n"
                + "| | letters | letters a second of one core | letters a second on the clock | bytes a letter |\n"
                + "|---|---|---|---|---|\n"
                + service.row("the service, 1,000 a file")
                + oneByOne.row("HTML, one file a letter")
                + inFiles.row("HTML, 1,000 a file");
        screen.heading(section);
        ResultFile.replace(results, "letters", section);
    }

    private void writeList(Path list) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(list, StandardCharsets.UTF_8)) {
            boolean[] first = {true};
            new LongList(letters + WARM_UP).writeTo(cells -> {
                List<String> row = new ArrayList<>(cells);
                if (!first[0]) {
                    row.set(4, "");
                    row.set(5, "");
                    row.set(7, row.get(7).isEmpty() ? "東京都架空区見本町1-1" : row.get(7));
                }
                first[0] = false;
                out.write(Csv.line(row) + "\n");
            });
        }
    }

    private String campaign(Callers callers, Launcher launcher, Path list) throws IOException {
        Api officer = callers.notify("officer");
        SuiteSide suite = new SuiteSide(callers, Database.of(launcher.run()));
        callers.report("officer").put("/firm", firm());
        suite.makeIncident();
        suite.takeIn(list);
        ObjectNode wanted = Api.JSON.createObjectNode();
        wanted.put("title", "bench").put("completeBy", "2030-01-01");
        wanted.putArray("incidents").add("2016-attack");
        wanted.put("template", template(callers, "EMAIL")).put("letterTemplate", template(callers, "LETTER"));
        JsonNode draft = officer.post("/campaigns", wanted);
        String id = draft.path("id").asText();
        callers.notify("approver").post("/campaigns/" + id + "/approval", digest(draft));
        officer.post("/campaigns/" + id + "/start", MissingNode.getInstance());
        return id;
    }

    private static String template(Callers callers, String channel) {
        JsonNode saved = callers.notify("officer")
                .post("/templates", callers.notify("officer").get("/templates/standard?channel=" + channel));
        callers.notify("approver").post("/templates/" + saved.path("id").asText() + "/approval", digest(saved));
        return saved.path("id").asText();
    }

    private static ObjectNode digest(JsonNode view) {
        return Api.JSON.createObjectNode().put("digest", view.path("digest").asText());
    }

    private static JsonNode firm() throws IOException {
        try (InputStream body = LetterBench.class.getResourceAsStream("/case-2017.json")) {
            for (JsonNode step : Api.JSON.readTree(body).path("steps")) {
                if (step.path("call").asText().equals("PUT report /firm")) {
                    return step.path("body");
                }
            }
        }
        throw new Trouble("the case has no firm");
    }

    private Cost printed(Callers callers, Launcher launcher, String campaign, int number) throws IOException {
        Api officer = callers.notify("officer");
        ObjectNode wanted = Api.JSON.createObjectNode().put("campaign", campaign);
        int[] printed = {0};
        List<String> batches = new ArrayList<>();
        ProcessTime.Used used = ProcessTime.of(launcher.run(), "notify-service").during(() -> {
            while (printed[0] < number) {
                JsonNode made = officer.post("/letter-batches", wanted);
                if (made.path("letters").asInt() == 0) {
                    throw new Trouble("only " + printed[0] + " of " + number + " letters could be printed");
                }
                printed[0] += made.path("letters").asInt();
                batches.add(made.path("batch").asText());
            }
        });
        long bytes = 0;
        for (String batch : batches) {
            bytes += Files.size(launcher.run().letters().resolve(batch + ".pdf"));
        }
        return new Cost(printed[0], used.processor(), used.wall(), bytes);
    }

    private interface Printing {
        long print() throws IOException;
    }

    private static Cost measured(int number, Printing printing) throws IOException {
        Duration before = ownProcessor();
        long began = System.nanoTime();
        long bytes = printing.print();
        return new Cost(number, ownProcessor().minus(before), Duration.ofNanos(System.nanoTime() - began), bytes);
    }

    private static Duration ownProcessor() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private Launcher start() throws IOException, SQLException {
        return OwnSuite.start(settings(), Mode.DEMO);
    }

    private Settings settings() {
        return OwnSuite.settings(project, folder, OptionalInt.empty(), System.getenv());
    }
}

package org.teishutsu.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.teishutsu.demo.bench.FilingResult;
import org.teishutsu.demo.bench.HtmlOfFiling;
import org.teishutsu.demo.bench.ManyExposures;
import org.teishutsu.demo.bench.OwnSuite;
import org.teishutsu.demo.bench.ProcessTime;
import org.teishutsu.demo.input.CaseSize;
import org.teishutsu.demo.platform.Credentials;
import org.teishutsu.demo.platform.Launcher;
import org.teishutsu.demo.platform.Mode;
import org.teishutsu.demo.platform.RunFolder;
import org.teishutsu.demo.platform.ServiceConfiguration;
import org.teishutsu.demo.platform.Settings;
import org.teishutsu.demo.platform.Trouble;
import org.teishutsu.demo.play.Api;
import org.teishutsu.demo.play.Callers;
import org.teishutsu.demo.terminal.Screen;

/** The measurement {@code filing}: the fourth progress report of the 2017 case, which the demo has not made yet. */
public final class FilingBench {
    /** Past the as-of instant of progress report 4. */
    private static final String AFTER_AS_OF = "2017-12-11T09:00:00+09:00";

    private static final int IN_A_ROW = 100;

    /** Until the compiler of the Java machine has done what it does. */
    private static final int WARM = 30;

    private static final int CHUNK = 64 * 1024;
    private static final long FILE = 190L * 1024 * 1024;

    private final Path project;
    private final Path folder;
    private final Map<String, String> environment;
    private final Screen screen;
    private final FilingResult result = new FilingResult();

    private FilingBench(Path project, Path folder, Map<String, String> environment, Screen screen) {
        this.project = project;
        this.folder = folder;
        this.environment = environment;
        this.screen = screen;
    }

    public static void main(String[] args) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        Screen screen = Screen.ofProcess();
        Path project = Path.of(System.getProperty("teishutsu.project", ".")).toAbsolutePath();
        Path folder = Path.of(System.getProperty("teishutsu.bench", "target/bench-filing"))
                .toAbsolutePath();
        try {
            new FilingBench(project, folder, System.getenv(), screen).run();
        } catch (Trouble e) {
            screen.heading("bench: " + e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws IOException, SQLException, InterruptedException {
        Files.createDirectories(folder);
        Settings settings = settings();
        try (Launcher launcher = new Launcher(settings)) {
            launcher.prepareDemo();
            launcher.start(Mode.DEMO, new ServiceConfiguration.Start(Optional.of(Suite.CASE_BEGINS)));
            CaseSize size = new CaseSize(Integer.parseInt(environment.getOrDefault("TEISHUTSU_DEMO_DIVISOR", "1")));
            if (!new Demo(settings, launcher.run(), size, screen).play()) {
                throw new Trouble("the case did not go through: nothing is measured of it");
            }
            Callers callers =
                    new Callers(settings, Credentials.of(launcher.run().credentials()));
            measure(callers, launcher.run());
        }
        for (int exposures : exposures()) {
            many(settings, exposures);
        }
        Path results = Path.of(environment.getOrDefault(
                "TEISHUTSU_BENCH_RESULTS", project.resolve("bench/RESULTS.md").toString()));
        screen.heading(result.write(results, project));
    }

    private void measure(Callers callers, RunFolder run) throws IOException, InterruptedException {
        Api officer = callers.report("officer");
        officer.put("/drill/clock", JsonNodeFactory.instance.objectNode().put("instant", AFTER_AS_OF));
        JsonNode filing = newest(officer);
        String path = "/filings/" + filing.path("id").asText();
        ProcessTime service = ProcessTime.of(run, "report-service");
        for (int i = 0; i < WARM; i++) {
            ManyExposures.whole(officer, path);
        }
        for (int i = 0; i < rounds(); i++) {
            result.whole(service.during(() -> ManyExposures.whole(officer, path)));
            result.alone(service.during(() -> officer.bytes(path + "/document.pdf")));
        }
        others(officer, path);
        result.memoryBefore(service.residentMebibytes());
        for (int i = 0; i < IN_A_ROW; i++) {
            officer.bytes(path + "/document.pdf");
        }
        result.memoryAfter(service.residentMebibytes());
        caseFile(callers, filing.path("order").asText(), service);
    }

    private static JsonNode newest(Api officer) {
        for (JsonNode filing : officer.get("/filings").path("items")) {
            if (filing.path("state").asText().equals("DRAFT")) {
                return filing;
            }
        }
        throw new Trouble("there is no draft to measure");
    }

    /** The same words and tables, printed by what others use. */
    private void others(Api officer, String path) throws IOException, InterruptedException {
        fonts();
        Path html = folder.resolve("filing.html");
        Files.writeString(html, HtmlOfFiling.of(officer.get(path + "/document.json")));
        Path docx = folder.resolve("filing.docx");
        Files.write(docx, officer.bytes(path + "/document.docx"));
        for (int i = 0; i < Math.min(3, rounds()); i++) {
            result.weasyPrint(timed(
                    "weasyprint",
                    html.toString(),
                    folder.resolve("weasyprint.pdf").toString()));
            result.libreOffice(timed(
                    "soffice", "--headless", "--convert-to", "pdf", "--outdir", folder.toString(), docx.toString()));
        }
    }

    /** Everybody prints with the same font. */
    private void fonts() throws IOException {
        Path fonts = Files.createDirectories(folder.resolve("fonts"));
        for (String font : List.of("BIZUDMincho_400Regular.ttf", "BIZUDMincho_700Bold.ttf")) {
            try (InputStream in =
                    Objects.requireNonNull(FilingBench.class.getResourceAsStream("/fonts/biz-udmincho/" + font))) {
                Files.copy(in, fonts.resolve(font), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.writeString(folder.resolve("fonts.conf"), """
                <?xml version="1.0"?>
                <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
                <fontconfig>
                <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
                <dir>%s</dir>
                </fontconfig>
                """.formatted(fonts));
    }

    private Duration timed(String... command) throws IOException, InterruptedException {
        long began = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(command[0] + ".log").toFile());
        builder.environment()
                .put("FONTCONFIG_FILE", folder.resolve("fonts.conf").toString());
        Process process = builder.start();
        if (process.waitFor() != 0) {
            throw new Trouble(command[0] + " failed; see " + folder.resolve(command[0] + ".log"));
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void caseFile(Callers callers, String order, ProcessTime service) throws IOException {
        long wanted = Long.parseLong(environment.getOrDefault("TEISHUTSU_BENCH_GIGABYTES", "5")) << 30;
        int files = (int) ((wanted + FILE - 1) / FILE);
        Api officer = callers.report("officer");
        for (int i = 0; i < files; i++) {
            long seed = i;
            officer.postFile(
                    "/evidence?about=CLAUSE&clause=1&title=bench&name=bench%d.bin&id=%s".formatted(i, order),
                    "application/octet-stream",
                    () -> new Noise(seed));
        }
        result.memoryBeforeCaseFile(service.residentMebibytes());
        long began = System.nanoTime();
        long bytes = callers.report("auditor").drain("/orders/" + order + "/case-file.zip");
        result.caseFile(bytes, Duration.ofNanos(System.nanoTime() - began), service.residentMebibytes());
    }

    /** A suite of its own: nobody has been told, so that only the ledger is large. */
    private void many(Settings settings, int exposures) throws IOException, SQLException {
        screen.heading(String.format("%,d exposures (all people in the lists are made up)", exposures));
        try (Launcher launcher = new Launcher(settings)) {
            launcher.prepareDemo();
            launcher.start(Mode.DEMO, new ServiceConfiguration.Start(Optional.of(Suite.CASE_BEGINS)));
            Callers callers =
                    new Callers(settings, Credentials.of(launcher.run().credentials()));
            result.many(new ManyExposures(callers, launcher.run(), folder).measure(exposures, Math.min(3, rounds())));
        }
    }

    private List<Integer> exposures() {
        String sizes = environment.getOrDefault("TEISHUTSU_BENCH_EXPOSURES", "112364 10000000");
        if (!sizes.matches("\\d{1,8}( \\d{1,8})*|")) {
            throw new Trouble("TEISHUTSU_BENCH_EXPOSURES is not a list of numbers: " + sizes);
        }
        return Stream.of(sizes.split(" ", -1))
                .filter(size -> !size.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    private int rounds() {
        return Integer.parseInt(environment.getOrDefault("TEISHUTSU_BENCH_ROUNDS", "9"));
    }

    private Settings settings() {
        return OwnSuite.settings(project, folder, OptionalInt.empty(), environment);
    }

    /** Bytes that no compression makes smaller: a scan. */
    private static final class Noise extends InputStream {
        private final SplittableRandom random;
        private final byte[] chunk = new byte[CHUNK];
        private long left = FILE;
        private int at = CHUNK;

        Noise(long seed) {
            this.random = new SplittableRandom(seed);
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            if (at == CHUNK) {
                random.nextBytes(chunk);
                at = 0;
            }
            int n = (int) Math.min(Math.min(length, CHUNK - at), left);
            System.arraycopy(chunk, at, buffer, offset, n);
            at += n;
            left -= n;
            return n;
        }
    }
}

package org.teishutsu.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.teishutsu.demo.bench.SuiteSide.Taken;
import org.teishutsu.demo.input.LongList;
import org.teishutsu.demo.platform.Credentials;
import org.teishutsu.demo.platform.Launcher;
import org.teishutsu.demo.platform.Mode;
import org.teishutsu.demo.platform.Settings;
import org.teishutsu.demo.platform.Trouble;
import org.teishutsu.demo.play.Callers;
import org.teishutsu.demo.terminal.Screen;

/** {@code bench/import.sh}: lists of several sizes, taken in by the suite and by an administrator, turn about. */
public final class ImportBench {

    private static final int XLSX_ROUNDS = 3;

    private final Path project;
    private final BenchSettings settings;
    private final Screen screen;
    private final ImportResult result = new ImportResult();

    private ImportBench(Path project, BenchSettings settings, Screen screen) {
        this.project = project;
        this.settings = settings;
        this.screen = screen;
    }

    public static void main(String[] args) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        Screen screen = Screen.ofProcess();
        Path project = Path.of(System.getProperty("teishutsu.project", ".")).toAbsolutePath();
        try {
            new ImportBench(project, BenchSettings.of(project, System.getenv()), screen).run();
        } catch (Trouble e) {
            screen.heading("bench: " + e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws IOException, SQLException {
        Files.createDirectories(settings.folder());
        for (int i = 0; i < settings.rows().size(); i++) {
            compare(settings.rows().get(i), settings.rounds().get(i));
        }
        if (settings.xlsxRows() > 0) {
            takeInXlsx(settings.xlsxRows());
        }
        String section = result.section(Machine.describe(project));
        screen.heading(section);
        ResultFile.replace(settings.results(), "import", section);
    }

    /** A suite of its own for each size: what is the most memory it has had is that size's. */
    private void compare(int rows, int rounds) throws IOException, SQLException {
        screen.heading(rows + " rows, " + rounds + " rounds (all people in the list are made up)");
        Path list = settings.folder().resolve("list-" + rows + ".csv");
        new LongList(rows).writeCsv(list);
        try (Launcher launcher = start()) {
            Database database = Database.of(launcher.run());
            result.postgres(database.settings());
            Administrator administrator = new Administrator(
                    database, project.resolve("bench/import"), settings.folder().resolve("psql.log"));
            administrator.makeDatabase();
            administrator.begin();
            mustBeAlike(administrator);
            SuiteSide suite = suite(launcher, database);
            List<Duration> byHand = new ArrayList<>();
            List<Taken> taken = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                if (round % 2 == 0) {
                    byHand.add(byHand(administrator, database, list, rows));
                }
                taken.add(bySuite(suite, database, list, rows));
                if (round % 2 == 1) {
                    byHand.add(byHand(administrator, database, list, rows));
                }
                screen.line(ImportResult.round(byHand.get(round), taken.get(round)));
            }
            result.size(rows, byHand, taken, Memory.of(launcher.run(), collections()));
        }
        Files.delete(list);
    }

    private void takeInXlsx(int rows) throws IOException, SQLException {
        screen.heading(rows + " rows as .xlsx");
        Path list = settings.folder().resolve("list-" + rows + ".xlsx");
        Xlsx.write(new LongList(rows), list);
        try (Launcher launcher = start()) {
            Database database = Database.of(launcher.run());
            SuiteSide suite = suite(launcher, database);
            List<Taken> taken = new ArrayList<>();
            for (int round = 0; round < XLSX_ROUNDS; round++) {
                taken.add(bySuite(suite, database, list, rows));
            }
            result.xlsx(rows, taken, Memory.of(launcher.run(), collections()));
        }
        Files.delete(list);
    }

    private Launcher start() throws IOException, SQLException {
        return OwnSuite.start(suiteSettings(), Mode.DEMO);
    }

    private SuiteSide suite(Launcher launcher, Database database) throws IOException {
        SuiteSide suite = new SuiteSide(
                new Callers(suiteSettings(), Credentials.of(launcher.run().credentials())), database);
        suite.makeIncident();
        return suite;
    }

    private Settings suiteSettings() {
        return OwnSuite.settings(project, settings.folder(), OptionalInt.empty(), System.getenv());
    }

    private Path collections() {
        return settings.folder().resolve("gc");
    }

    private static Duration byHand(Administrator administrator, Database database, Path list, int rows)
            throws IOException {
        administrator.begin();
        database.execute("postgres", "checkpoint");
        Duration took = administrator.takeIn(list);
        mustBe(rows, administrator.exposures(), "the administrator");
        administrator.end();
        return took;
    }

    private static Taken bySuite(SuiteSide suite, Database database, Path list, int rows) {
        suite.begin();
        database.execute("postgres", "checkpoint");
        Taken taken = suite.takeIn(list);
        mustBe(rows, suite.exposures(), "the suite");
        return taken;
    }

    private static void mustBe(int rows, long exposures, String who) {
        if (rows != exposures) {
            throw new Trouble(who + " made " + exposures + " exposures of " + rows + " rows");
        }
    }

    /** Else the comparison would be one of different things. */
    private static void mustBeAlike(Administrator administrator) {
        if (!administrator.shape().equals(administrator.shapeOfSuite())) {
            throw new Trouble("the ledgers differ: by hand " + administrator.shape() + ", the suite "
                    + administrator.shapeOfSuite() + ": bring bench/import/tables.sql up to date");
        }
    }
}

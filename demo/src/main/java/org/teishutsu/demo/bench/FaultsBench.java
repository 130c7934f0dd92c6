package org.teishutsu.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.teishutsu.demo.platform.Trouble;
import org.teishutsu.demo.terminal.Screen;

/** {@code bench/faults.sh}: the long form of what the acceptance tests do in short. */
public final class FaultsBench {

    private static final int MESSAGES = 60_000;
    private static final int KILLS = 5;
    private static final int FEW = 20;

    private final Path project;
    private final DispatchSettings settings;
    private final Screen screen;
    private final List<Faults.Seen> all = new ArrayList<>();

    private FaultsBench(Path project, DispatchSettings settings, Screen screen) {
        this.project = project;
        this.settings = settings;
        this.screen = screen;
    }

    public static void main(String[] args) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        Screen screen = Screen.ofProcess();
        Path project = Path.of(System.getProperty("teishutsu.project", ".")).toAbsolutePath();
        try {
            boolean fine = new FaultsBench(project, DispatchSettings.of(project, System.getenv()), screen).run();
            System.exit(fine ? 0 : 1);
        } catch (Trouble e) {
            screen.heading("bench: " + e.getMessage());
            System.exit(1);
        }
    }

    private interface Fault {
        Faults.Seen happen(Faults faults) throws IOException;
    }

    private boolean run() throws IOException, SQLException {
        Files.createDirectories(settings.folder());
        int messages = Integer.parseInt(System.getenv().getOrDefault("TEISHUTSU_BENCH_MESSAGES", "" + MESSAGES));
        int minutes = Integer.parseInt(System.getenv().getOrDefault("TEISHUTSU_BENCH_MINUTES", "8"));
        one(messages, Duration.ZERO, faults -> faults.killed(KILLS));
        one(messages, Duration.ZERO, Faults::oneOfTwoKilled);
        one(messages, Duration.ZERO, faults -> faults.databaseCrashes(3));
        if (minutes > 0) {
            one(
                    FEW,
                    Duration.ofMinutes(minutes),
                    faults -> faults.slowReceiver(minutes + " minutes for the answer to the final dot"));
        }
        String section = section();
        screen.heading(section);
        ResultFile.replace(settings.results(), "faults", section);
        return all.stream().allMatch(Faults.Seen::fine);
    }

    private void one(int messages, Duration answer, Fault fault) throws IOException, SQLException {
        try (Faults faults = new Faults(project, settings.folder(), messages, answer, 20170728)) {
            Faults.Seen seen = fault.happen(faults);
            all.add(seen);
            screen.line(seen.row());
        }
    }

    private String section() throws IOException {
        StringBuilder text = new StringBuilder(Machine.describe(project));
        text.append(
                        "\n\nThe packaged notify-service, window 100, a lease of 5 s, a receiver that keeps what came for whom.")
                .append(" After each fault the states of reach add up to the recipients.\n\n")
                .append("| fault | messages | lost | doubled | under another Message-ID | counted as sent again |\n")
                .append("|---|---|---|---|---|---|\n");
        all.forEach(seen -> text.append(seen.row()).append('\n'));
        return text.toString();
    }
}

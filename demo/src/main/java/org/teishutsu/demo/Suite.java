package org.teishutsu.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.teishutsu.demo.casefile.CaseFileCheck;
import org.teishutsu.demo.input.CaseSize;
import org.teishutsu.demo.platform.Launcher;
import org.teishutsu.demo.platform.Mode;
import org.teishutsu.demo.platform.ServiceConfiguration;
import org.teishutsu.demo.platform.Settings;
import org.teishutsu.demo.platform.Trouble;
import org.teishutsu.demo.platform.Waiting;
import org.teishutsu.demo.terminal.Screen;

/** The commands {@code demo}, {@code up}, {@code rotate-keys} and {@code verify} of the script {@code suite}; its exit status is theirs. */
public final class Suite {

    private static final int HELD = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    /** A moment before the attack of 2017 is noticed. */
    static final Instant CASE_BEGINS = Instant.parse("2017-07-13T05:30:00Z");

    private static final Duration DEATH_SHOWS = Duration.ofSeconds(2);

    private final Settings settings;
    private final Screen screen;

    private Suite(Settings settings, Screen screen) {
        this.settings = settings;
        this.screen = screen;
    }

    public static void main(String[] args) throws Exception {
        // The receiver and the unpacking of PostgreSQL tell every step; only what went wrong is worth a line here.
        Logger.getLogger("").setLevel(Level.WARNING);
        Screen screen = Screen.ofProcess();
        int status;
        try {
            Path project = Path.of(System.getProperty("teishutsu.project", "."));
            status = new Suite(Settings.of(project, System.getenv()), screen).run(List.of(args));
        } catch (Trouble e) {
            screen.heading("suite: " + e.getMessage());
            status = FAILED;
        }
        System.exit(status);
    }

    private int run(List<String> args) throws IOException, SQLException, InterruptedException {
        if (args.equals(List.of("demo"))) {
            return demo(false);
        } else if (args.equals(List.of("demo", "--exit"))) {
            return demo(true);
        } else if (args.equals(List.of("up"))) {
            return up(false);
        } else if (args.equals(List.of("up", "--drill"))) {
            return up(true);
        } else if (args.equals(List.of("rotate-keys"))) {
            new KeyRotation(settings, screen).run();
            return HELD;
        } else if (args.size() == 2 && args.get(0).equals("verify")) {
            return verify(Path.of(args.get(1)));
        }
        screen.heading("suite: not a command: " + String.join(" ", args));
        return MISUSED;
    }

    private int verify(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Trouble("there is no file " + file);
        }
        CaseFileCheck.Result result = CaseFileCheck.of(file);
        result.problems().forEach(screen::line);
        screen.heading(
                result.problems().isEmpty()
                        ? "%d files, all as they were when the case file was made".formatted(result.files())
                        : "%d files read; missing or altered: %d"
                                .formatted(result.files(), result.problems().size()));
        return result.problems().isEmpty() ? HELD : FAILED;
    }

    private int demo(boolean exit) throws IOException, SQLException, InterruptedException {
        Launcher launcher = new Launcher(settings);
        try (launcher) {
            endInOrder(launcher);
            screen.heading("Teishutsu, the 2017 case as a drill (訓練); all people in it are made up");
            if (launcher.run().mode().isPresent()) {
                screen.line("clearing away what was left of the last one");
            }
            launcher.prepareDemo();
            launcher.start(Mode.DEMO, new ServiceConfiguration.Start(Optional.of(CASE_BEGINS)));
            screen.line("both services run");
            Demo demo = new Demo(settings, launcher.run(), caseSize(), screen);
            boolean held = play(demo, launcher);
            demo.next();
            if (exit) {
                return held ? HELD : FAILED;
            }
            where(launcher);
            return stay(launcher);
        }
    }

    /** A call that got no answer because a process died is reported as that death. */
    private static boolean play(Demo demo, Launcher launcher) throws IOException {
        try {
            return demo.play();
        } catch (Trouble e) {
            if (launcher.ending()) {
                throw new Trouble("ended before the case was through", e);
            }
            Waiting.until(DEATH_SHOWS, () -> launcher.dead().isPresent());
            throw launcher.dead().map(dead -> new Trouble(dead, e)).orElse(e);
        }
    }

    private int up(boolean drill) throws IOException, SQLException, InterruptedException {
        Launcher launcher = new Launcher(settings);
        try (launcher) {
            endInOrder(launcher);
            Mode mode = launcher.prepareUp(drill);
            launcher.start(mode, new ServiceConfiguration.Start(Optional.empty()));
            screen.heading("Teishutsu is up" + (mode.drill() ? ", as a drill (訓練)" : ""));
            if (launcher.tookOverPostgres()) {
                screen.line("took over the PostgreSQL an earlier run left behind");
            }
            if (mode == Mode.REAL && !settings.environment().containsKey("MAIL_HOST")) {
                screen.line("no mail server is set (MAIL_HOST, MAIL_PORT): no message leaves until one is");
            }
            where(launcher);
            return stay(launcher);
        }
    }

    private int stay(Launcher launcher) throws InterruptedException {
        Optional<String> dead = launcher.awaitEnd();
        if (dead.isPresent()) {
            screen.heading("suite: " + dead.get() + "; ending the rest");
            return FAILED;
        }
        return HELD;
    }

    private void where(Launcher launcher) {
        screen.line("report-service  http://127.0.0.1:" + settings.reportPort());
        screen.line("notify-service  http://127.0.0.1:" + settings.notifyPort());
        screen.line("users           " + launcher.run().credentials());
        screen.line("keys            " + launcher.run().sealingKeys().getParent());
        screen.line("everything else " + launcher.run().root());
        screen.line("Ctrl-C ends it");
    }

    /** A smaller case, for a quick look and for tests. */
    private static CaseSize caseSize() {
        String divisor = System.getenv().getOrDefault("TEISHUTSU_DEMO_DIVISOR", "1");
        if (!divisor.matches("[1-9]\\d{0,3}")) {
            throw new Trouble("TEISHUTSU_DEMO_DIVISOR is not a divisor of the case: " + divisor);
        }
        return new CaseSize(Integer.parseInt(divisor));
    }

    /** On Ctrl-C and a polite kill: the hook waits for the order to be kept, then the process ends. */
    private static void endInOrder(Launcher launcher) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            try {
                                launcher.close();
                            } catch (IOException e) {
                                System.err.println("suite: could not end everything: " + e.getMessage());
                            }
                        },
                        "end-in-order"));
    }
}

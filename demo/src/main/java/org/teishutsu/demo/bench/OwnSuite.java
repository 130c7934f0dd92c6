package org.teishutsu.demo.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.teishutsu.demo.platform.Launcher;
import org.teishutsu.demo.platform.Mode;
import org.teishutsu.demo.platform.ServiceConfiguration;
import org.teishutsu.demo.platform.Settings;

/** The suite that a measurement has for itself: in the measurement's folder, on the ports that were asked for. */
public final class OwnSuite {

    private OwnSuite() {}

    /**
     * How it runs.
     *
     * @param mailPort where its mail goes; the demo's receiver if there is none
     */
    public static Settings settings(Path project, Path folder, OptionalInt mailPort, Map<String, String> environment) {
        Settings asked = Settings.of(project, environment);
        return new Settings(
                project,
                folder.resolve("run"),
                asked.reportPort(),
                asked.notifyPort(),
                OptionalInt.empty(),
                mailPort,
                asked.environment());
    }

    /** Starts it empty; whatever ends the measurement ends it, too. */
    static Launcher start(Settings settings, Mode mode) throws IOException, SQLException {
        Launcher launcher = new Launcher(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                launcher.close();
            } catch (IOException e) {
                System.err.println("bench: could not end everything: " + e.getMessage());
            }
        }));
        launcher.prepareDemo();
        launcher.start(mode, new ServiceConfiguration.Start(Optional.empty()));
        return launcher;
    }
}

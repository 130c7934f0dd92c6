package org.teishutsu.demo.platform;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Where the suite runs, from the environment.
 *
 * @param project the checkout, with the built jars
 * @param run everything a run leaves behind
 * @param postgresPort empty: any free one, kept in the run folder
 * @param mailPort empty: any free one, kept in the run folder
 */
public record Settings(
        Path project,
        Path run,
        int reportPort,
        int notifyPort,
        OptionalInt postgresPort,
        OptionalInt mailPort,
        Map<String, String> environment) {

    private static final int HIGHEST_PORT = 65_535;

    public Settings {
        project = project.toAbsolutePath().normalize();
        run = run.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
    }

    /** Reads {@code TEISHUTSU_…}; a port that is none is {@link Trouble}. */
    public static Settings of(Path project, Map<String, String> environment) {
        String run = environment.getOrDefault("TEISHUTSU_RUN", "");
        return new Settings(
                project,
                run.isBlank() ? project.resolve("run") : Path.of(run),
                port(environment, "TEISHUTSU_REPORT_PORT").orElse(8080),
                port(environment, "TEISHUTSU_NOTIFY_PORT").orElse(8081),
                port(environment, "TEISHUTSU_POSTGRES_PORT"),
                port(environment, "TEISHUTSU_MAIL_PORT"),
                environment);
    }

    private static OptionalInt port(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > HIGHEST_PORT) {
            throw new Trouble(name + " is not a port: " + value);
        }
        return OptionalInt.of(Integer.parseInt(value));
    }
}

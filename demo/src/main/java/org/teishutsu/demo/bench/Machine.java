package org.teishutsu.demo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Where and of what a measurement was made. */
final class Machine {

    private Machine() {}

    /** When, which commit, which processor, Java and psql. */
    static String describe(Path project) throws IOException {
        return describeWithoutPsql(project).replaceAll("\\.$", "; " + said(List.of("psql", "--version")) + ".");
    }

    /** When, which commit, which processor and Java. */
    static String describeWithoutPsql(Path project) throws IOException {
        return String.format(
                "%s, commit %s; %d × %s, %s of memory, %s; Java %s (%s).",
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.MINUTES),
                commit(project),
                Runtime.getRuntime().availableProcessors(),
                line("/proc/cpuinfo", "model name"),
                line("/proc/meminfo", "MemTotal"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.version"),
                System.getProperty("java.vm.name"));
    }

    private static String commit(Path project) throws IOException {
        String at = project.toString();
        String commit = said(List.of("git", "-C", at, "rev-parse", "--short", "HEAD"));
        List<String> status = new ArrayList<>(List.of("git", "-C", at, "status", "--porcelain", "--", "."));
        status.add(":!bench/RESULTS.md");
        return commit + (said(status).isEmpty() ? "" : " with changes");
    }

    private static String line(String file, String key) throws IOException {
        for (String line : Files.readAllLines(Path.of(file))) {
            if (line.startsWith(key)) {
                return line.substring(line.indexOf(':') + 1).strip();
            }
        }
        return "unknown";
    }

    private static String said(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}

package org.teishutsu.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Processor time of processes, from /proc; 0 where there is none. */
final class CpuTime {

    private static final double TICKS_A_SECOND = 100;
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    private CpuTime() {}

    /** Seconds that a process has used. */
    static double of(long pid) {
        return seconds(Path.of("/proc/" + pid + "/stat"));
    }

    /** Seconds that all processes of a name have used, those that have ended left out. */
    static double ofAll(String name) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            List<Path> stats = processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> name.equals(name(process)))
                    .map(process -> process.resolve("stat"))
                    .toList();
            return stats.stream().mapToDouble(CpuTime::seconds).sum();
        } catch (IOException none) {
            return 0;
        }
    }

    private static String name(Path process) {
        try {
            return Files.readString(process.resolve("comm")).strip();
        } catch (IOException gone) {
            return "";
        }
    }

    /** The fields after the name, which may hold blanks itself, in brackets. */
    private static double seconds(Path stat) {
        try {
            String text = Files.readString(stat);
            String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) / TICKS_A_SECOND;
        } catch (IOException gone) {
            return 0;
        }
    }
}

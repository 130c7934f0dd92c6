package org.teishutsu.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.teishutsu.demo.platform.RunFolder;

/** What a service of a run uses (Linux, {@code /proc}). */
public final class ProcessTime {
    private final long pid;

    private ProcessTime(long pid) {
        this.pid = pid;
    }

    /** Of the service with this name. */
    public static ProcessTime of(RunFolder run, String service) throws IOException {
        return new ProcessTime(
                Long.parseLong(Files.readString(run.path(service + ".pid")).split(" ", -1)[0]));
    }

    /** What was used while something ran: processor time of all its threads, and time on the wall. */
    public record Used(Duration processor, Duration wall) {}

    public Used during(Runnable work) {
        double before = CpuTime.of(pid);
        long began = System.nanoTime();
        work.run();
        long wall = System.nanoTime() - began;
        return new Used(Duration.ofMillis(Math.round((CpuTime.of(pid) - before) * 1000)), Duration.ofNanos(wall));
    }

    /** What of it is in memory now. */
    public long residentMebibytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        throw new IOException("no VmRSS of process " + pid);
    }
}

package org.teishutsu.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What a process of this machine has used so far (Linux, {@code /proc}). */
public final class ProcessTime {
    private static final int TICK_MILLIS = 10; // USER_HZ is 100 on every Linux that runs Java
    private static final int UTIME = 11; // fields behind the command's name, proc(5)
    private static final int STIME = 12;

    private final long pid;

    public ProcessTime(long pid) {
        this.pid = pid;
    }

    /** What was used while something ran: processor time of all its threads, and time on the wall. */
    public record Used(Duration processor, Duration wall) {}

    public Used during(Runnable work) throws IOException {
        Duration before = processor();
        long began = System.nanoTime();
        work.run();
        return new Used(processor().minus(before), Duration.ofNanos(System.nanoTime() - began));
    }

    private Duration processor() throws IOException {
        String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Duration.ofMillis(TICK_MILLIS * (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME])));
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

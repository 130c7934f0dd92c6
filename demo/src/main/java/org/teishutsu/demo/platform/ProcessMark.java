package org.teishutsu.demo.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process on record: its id and when it started, since ids are given out again.
 *
 * @param started as the operating system tells it, to the second
 */
record ProcessMark(long pid, Instant started) {

    /** Systems round the start differently from one question to the next. */
    private static final Duration SAME_START = Duration.ofSeconds(2);

    static ProcessMark of(ProcessHandle process) {
        return new ProcessMark(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    void write(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(unfinished, pid + " " + started + "\n");
        Files.move(unfinished, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    static Optional<ProcessMark> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String[] parts = Files.readString(file).strip().split(" ", -1);
        return parts.length == 2
                ? Optional.of(new ProcessMark(Long.parseLong(parts[0]), Instant.parse(parts[1])))
                : Optional.empty();
    }

    /** The process itself, if it still runs and is not another one under the same id. */
    Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isThisOne);
    }

    private boolean isThisOne(ProcessHandle process) {
        Instant now = process.info().startInstant().orElse(Instant.EPOCH);
        return Duration.between(started, now).abs().compareTo(SAME_START) <= 0;
    }
}

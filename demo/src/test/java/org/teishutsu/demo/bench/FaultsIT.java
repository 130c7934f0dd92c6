package org.teishutsu.demo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged service while it sends. {@code ./suite bench faults} does each at length and on its own; what a mail server
 * can answer is tried in notify-service's own tests, and the demo that goes on after each kill in {@code CrashIT}.
 */
class FaultsIT {

    private static final Path PROJECT =
            Path.of(System.getProperty("teishutsu.project", "..")).toAbsolutePath();
    private static final long SEED = 42;

    @TempDir
    Path folder;

    @Test
    void whateverDiesNobodyIsLostAndDoublesAreWithinTheWindows() throws Exception {
        try (Faults faults = new Faults(PROJECT, folder, 6_000, Duration.ofMillis(5), SEED)) {
            assertThat(faults.oneAfterAnother()).matches(Faults.Seen::fine);
        }
    }
}

package org.teishutsu.demo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service while it sends; {@code ./suite bench faults} does the same at length. */
class FaultsIT {

    private static final Path PROJECT =
            Path.of(System.getProperty("teishutsu.project", "..")).toAbsolutePath();
    private static final long SEED = 42;

    @TempDir
    Path folder;

    @Test
    void killedAtRandomLosesNobody() throws Exception {
        try (Faults faults = new Faults(PROJECT, folder, 6_000, Duration.ofMillis(5), SEED)) {
            assertThat(faults.killed(2)).matches(Faults.Seen::fine);
        }
    }

    @Test
    void oneOfTwoProcessesKilledLosesNobody() throws Exception {
        try (Faults faults = new Faults(PROJECT, folder, 4_000, Duration.ofMillis(5), SEED)) {
            assertThat(faults.oneOfTwoKilled()).matches(Faults.Seen::fine);
        }
    }

    @Test
    void databaseThatCrashesLosesNobody() throws Exception {
        try (Faults faults = new Faults(PROJECT, folder, 4_000, Duration.ofMillis(5), SEED)) {
            assertThat(faults.databaseCrashes(2)).matches(Faults.Seen::fine);
        }
    }

    /** Three times the lease of five seconds. */
    @Test
    void receiverThatTakesLongerThanALeaseGetsNothingTwice() throws Exception {
        try (Faults faults = new Faults(PROJECT, folder, 20, Duration.ofSeconds(15), SEED)) {
            assertThat(faults.slowReceiver("slow")).matches(Faults.Seen::fine);
        }
    }
}

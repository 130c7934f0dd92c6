package org.teishutsu.notify.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.problem.ProblemException;

class ImportStateTest {

    private static final Set<String> ALLOWED =
            Set.of("RECEIVING→STAGED", "RECEIVING→FAILED", "STAGED→APPLIED", "STAGED→DISCARDED");

    @Test
    void onlyTheseStepsExist() {
        for (ImportState from : ImportState.values()) {
            for (ImportState to : ImportState.values()) {
                if (ALLOWED.contains(from + "→" + to)) {
                    assertThat(from.moveTo(to, "import x")).isEqualTo(to);
                } else {
                    assertThatExceptionOfType(ProblemException.class)
                            .isThrownBy(() -> from.moveTo(to, "import x"))
                            .withMessage("import x is " + from + " and cannot go to " + to);
                }
            }
        }
    }

    @Test
    void whatHasFailedKeepsItsFirstReason() {
        Instant now = Instant.parse("2017-07-31T15:00:00Z");
        Import list = Import.received("2017-attack", null, new Purpose(ImportMode.ADD, null), "officer", now);
        list.fail("The file did not arrive completely", now);
        list.fail("Something failed on our side", now.plusSeconds(1));
        assertThat(list.state()).isEqualTo(ImportState.FAILED);
        assertThat(list).extracting("failure").isEqualTo("The file did not arrive completely");
    }
}

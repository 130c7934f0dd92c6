package org.teishutsu.notify.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
}

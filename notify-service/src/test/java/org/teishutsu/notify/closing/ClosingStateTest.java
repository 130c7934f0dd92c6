package org.teishutsu.notify.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.problem.ProblemException;

class ClosingStateTest {

    private static final Map<ClosingState, Set<ClosingState>> ALLOWED =
            Map.of(ClosingState.PROPOSED, Set.of(ClosingState.RELEASED, ClosingState.RETURNED));

    @Test
    void onlyWhatIsProposedGoesAnywhere() {
        for (ClosingState from : ClosingState.values()) {
            for (ClosingState to : ClosingState.values()) {
                if (ALLOWED.getOrDefault(from, Set.of()).contains(to)) {
                    assertThat(from.moveTo(to, "closing")).isEqualTo(to);
                } else {
                    assertThatThrownBy(() -> from.moveTo(to, "closing"))
                            .isInstanceOf(ProblemException.class)
                            .hasMessage("closing is " + from + " and cannot go to " + to);
                }
            }
        }
    }
}

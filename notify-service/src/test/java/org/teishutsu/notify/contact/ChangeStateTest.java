package org.teishutsu.notify.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.problem.ProblemException;

class ChangeStateTest {

    private static final Map<ChangeState, Set<ChangeState>> ALLOWED =
            Map.of(ChangeState.PROPOSED, Set.of(ChangeState.RELEASED, ChangeState.RETURNED));

    @Test
    void onlyWhatIsProposedGoesAnywhere() {
        for (ChangeState from : ChangeState.values()) {
            for (ChangeState to : ChangeState.values()) {
                if (ALLOWED.getOrDefault(from, Set.of()).contains(to)) {
                    assertThat(from.moveTo(to, "change")).isEqualTo(to);
                } else {
                    assertThatThrownBy(() -> from.moveTo(to, "change"))
                            .isInstanceOf(ProblemException.class)
                            .hasMessage("change is " + from + " and cannot go to " + to);
                }
            }
        }
    }
}

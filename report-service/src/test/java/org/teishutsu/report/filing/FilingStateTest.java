package org.teishutsu.report.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.teishutsu.report.filing.FilingState.APPROVED;
import static org.teishutsu.report.filing.FilingState.DRAFT;
import static org.teishutsu.report.filing.FilingState.IN_REVIEW;
import static org.teishutsu.report.filing.FilingState.NOT_NEEDED;
import static org.teishutsu.report.filing.FilingState.RELEASED;
import static org.teishutsu.report.filing.FilingState.SUBMITTED;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.teishutsu.common.problem.ProblemException;

class FilingStateTest {
    private static final Map<FilingState, Set<FilingState>> ALLOWED = Map.of(
            DRAFT, Set.of(IN_REVIEW, NOT_NEEDED),
            IN_REVIEW, Set.of(APPROVED, DRAFT, NOT_NEEDED),
            APPROVED, Set.of(RELEASED, DRAFT, NOT_NEEDED),
            RELEASED, Set.of(SUBMITTED, DRAFT, NOT_NEEDED),
            SUBMITTED, Set.of(),
            NOT_NEEDED, Set.of());

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @MethodSource("matrix")
    void aFilingMovesOnlyAsTheDomainSays(FilingState from, FilingState to, boolean allowed) {
        assertThat(from.canMoveTo(to)).isEqualTo(allowed);
        if (!allowed) {
            assertThatThrownBy(() -> from.moveTo(to))
                    .isInstanceOf(ProblemException.class)
                    .hasMessage("The filing is %s and cannot go to %s", from, to);
        }
    }

    static Stream<Arguments> matrix() {
        return Arrays.stream(FilingState.values())
                .flatMap(from -> Arrays.stream(FilingState.values())
                        .map(to -> Arguments.of(from, to, ALLOWED.get(from).contains(to))));
    }
}

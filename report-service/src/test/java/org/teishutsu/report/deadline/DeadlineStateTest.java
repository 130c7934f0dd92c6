package org.teishutsu.report.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.time.BusinessCalendar;
import org.teishutsu.report.order.AsOfRule;
import org.teishutsu.report.order.Roll;

class DeadlineStateTest {
    private static final Instant NOW = Instant.parse("2017-10-01T00:00:00Z");
    private static final DeadlineDates SEPTEMBER = new MonthlyRule(
                    LocalDate.of(2017, 8, 16), 1, AsOfRule.DEFAULT, List.of(), BusinessCalendar.japan())
            .dates(1);
    private static final DeadlineDates SEPTEMBER_ROLLED = new MonthlyRule(
                    LocalDate.of(2017, 8, 16),
                    1,
                    AsOfRule.DEFAULT,
                    List.of(InstructionFixtures.roll(1, Roll.NEXT)),
                    BusinessCalendar.japan())
            .dates(1);

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @MethodSource("matrix")
    void onlyAnOpenDeadlineMoves(DeadlineState from, DeadlineState to, boolean allowed) {
        assertThat(from.canMoveTo(to)).isEqualTo(allowed);
        if (!allowed) {
            assertThatThrownBy(() -> from.moveTo(to))
                    .isInstanceOf(ProblemException.class)
                    .hasMessage("The deadline is %s and cannot go to %s", from, to);
        }
    }

    static Stream<Arguments> matrix() {
        return Arrays.stream(DeadlineState.values())
                .flatMap(from -> Arrays.stream(DeadlineState.values())
                        .map(to -> Arguments.of(from, to, from == DeadlineState.OPEN && to != DeadlineState.OPEN)));
    }

    @ParameterizedTest(name = "received {0}: {1}")
    @CsvSource({
        "2017-09-15T07:00:00Z, MET",
        "2017-09-16T14:59:59Z, MET",
        "2017-09-16T15:00:00Z, MET_LATE",
        "2017-09-19T01:00:00Z, MET_LATE",
    })
    void aReceiptAfterTheNominalDateIsLateEvenIfThatDateWasASaturday(Instant receivedAt, DeadlineState state) {
        Deadline deadline = new Deadline(UUID.randomUUID(), SEPTEMBER, NOW, "officer");

        deadline.receive(receivedAt, SEPTEMBER, NOW);

        assertThat(deadline.state()).isEqualTo(state);
        assertThat(deadline.view(SEPTEMBER, NOW).receivedAt()).isEqualTo(receivedAt);
    }

    @ParameterizedTest(name = "received {0} with a confirmed roll: {1}")
    @CsvSource({"2017-09-19T14:59:59Z, MET", "2017-09-19T15:00:00Z, MET_LATE"})
    void aConfirmedRollMakesTheNextOpenDayTheLast(Instant receivedAt, DeadlineState state) {
        Deadline deadline = new Deadline(UUID.randomUUID(), SEPTEMBER_ROLLED, NOW, "officer");

        deadline.receive(receivedAt, SEPTEMBER_ROLLED, NOW);

        assertThat(deadline.state()).isEqualTo(state);
    }

    @ParameterizedTest(name = "at {0}: past safe {1}, overdue {2}")
    @CsvSource({
        "2017-09-15T08:00:00Z, false, false",
        "2017-09-15T08:00:01Z, true, false",
        "2017-09-16T14:59:59Z, true, false",
        "2017-09-16T15:00:00Z, true, true",
    })
    void overdueIsDerivedFromTheTime(Instant now, boolean pastSafe, boolean overdue) {
        DeadlineView view = new Deadline(UUID.randomUUID(), SEPTEMBER, NOW, "officer").view(SEPTEMBER, now);

        assertThat(view.pastSafe()).isEqualTo(pastSafe);
        assertThat(view.overdue()).isEqualTo(overdue);
        assertThat(view.state()).isEqualTo(DeadlineState.OPEN);
    }

    @Test
    void theEndOfTheDutyMakesLaterReportsNotNeededAndLeavesEarlierOnesOverdue() {
        Deadline deadline = new Deadline(UUID.randomUUID(), SEPTEMBER, NOW, "officer");

        deadline.endDuty(SEPTEMBER.nominal(), "関財金9第1号", NOW);
        assertThat(deadline.view(SEPTEMBER, NOW).overdue()).isTrue();

        deadline.endDuty(SEPTEMBER.nominal().minusDays(1), "関財金9第1号", NOW);
        assertThat(deadline.view(SEPTEMBER, NOW).overdue()).isFalse();
        assertThat(deadline.view(SEPTEMBER, NOW).state()).isEqualTo(DeadlineState.NOT_NEEDED);
        assertThat(deadline.view(SEPTEMBER, NOW).ground()).isEqualTo("関財金9第1号");
    }
}

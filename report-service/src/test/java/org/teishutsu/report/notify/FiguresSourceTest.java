package org.teishutsu.report.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.figures.Figures;
import org.teishutsu.common.figures.NotToldReason;
import org.teishutsu.common.leak.ItemSet;
import org.teishutsu.report.RealSurroundings;

@QuarkusTest
@RealSurroundings
class FiguresSourceTest {
    private static final Instant AS_OF = Instant.parse("2017-08-08T15:00:00Z");
    private static final List<String> INCIDENTS = List.of("2017-attack", "2016-attack");

    @Inject
    FiguresSource source;

    @AfterEach
    void notifyServiceIsBack() {
        NotifyServer.answer(200);
    }

    @Test
    void readsTheExampleThatNotifyServiceAsserts() throws FiguresUnavailableException {
        Figures figures = source.figures(INCIDENTS, AS_OF);

        assertThat(figures.asOf()).isEqualTo(AS_OF);
        assertThat(figures.incidents()).extracting(one -> one.incident()).containsExactly("2016-attack", "2017-attack");
        assertThat(figures.incidents().get(1).combinations().get(0).items()).isEqualTo(ItemSet.of("NAME", "EMAIL"));
        assertThat(figures.union().inSeveralIncidents()).isEqualTo(700);
        assertThat(figures.union().notTold()).containsEntry(NotToldReason.REFUSED, 447L);
    }

    @Test
    void aFailureIsTriedAgainAndThenCountsAsDown() {
        NotifyServer.answer(503);
        int before = NotifyServer.calls();

        assertThatThrownBy(() -> source.figures(INCIDENTS, AS_OF))
                .isInstanceOf(FiguresUnavailableException.class)
                .hasMessage("notify-service answered 503");
        assertThat(NotifyServer.calls() - before).isEqualTo(3);
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        NotifyServer.answer(400);
        int before = NotifyServer.calls();

        assertThatThrownBy(() -> source.figures(INCIDENTS, AS_OF))
                .isInstanceOf(FiguresUnavailableException.class)
                .hasMessage("notify-service answered 400");
        assertThat(NotifyServer.calls() - before).isEqualTo(1);
    }

    @Test
    void anAnswerThatCannotBeReadIsNoFigures() {
        NotifyServer.answer(NotifyServer.NONSENSE);

        assertThatThrownBy(() -> source.figures(INCIDENTS, AS_OF)).isInstanceOf(FiguresUnavailableException.class);
    }
}

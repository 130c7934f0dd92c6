package org.teishutsu.report.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MeasureViewTest {
    private static final Instant AT = Instant.parse("2017-08-01T00:00:00Z");
    private static final LocalDate JULY = LocalDate.of(2017, 7, 31);
    private static final LocalDate AUGUST = LocalDate.of(2017, 8, 31);

    @Test
    void aStageIsPassedOnceALaterOneIsDone() {
        MeasureView view = view(List.of(progress(Stage.IN_FORCE)), List.of());

        assertThat(view.stage()).isEqualTo(Stage.IN_FORCE);
        assertThat(view.stages()).extracting(MeasureView.StageView::passed).containsExactly(true, true, false);
        assertThat(view.stages().get(0).doneOn()).isNull();
        assertThat(view.stages().get(0).lateOn(AUGUST)).isFalse();
        assertThat(view.next().orElseThrow().stage()).isEqualTo(Stage.VERIFIED);
    }

    @Test
    void theLastSlipSaysWhenAStageIsDue() {
        MeasureView view = view(List.of(), List.of(slip(JULY, AUGUST), slip(AUGUST, AUGUST.plusDays(5))));

        assertThat(view.stages().get(0).due()).isEqualTo(AUGUST.plusDays(5));
        assertThat(view.stages().get(0).firstDue()).isEqualTo(JULY);
        assertThat(view.stages().get(0).lateOn(AUGUST.plusDays(5))).isFalse();
        assertThat(view.stages().get(0).lateOn(AUGUST.plusDays(6))).isTrue();
    }

    @Test
    void aStageThatDoesNotApplyIsNeverLateNorNext() {
        MeasureView view = MeasureView.of(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "改善策",
                "部長",
                "検証",
                List.of(1),
                List.of(new StagePlan(Stage.CODIFIED, null, "既存の規程で足りる")),
                List.of(),
                List.of(),
                AT,
                "officer");

        assertThat(view.stages().get(0).lateOn(LocalDate.of(2099, 1, 1))).isFalse();
        assertThat(view.next()).isEmpty();
    }

    private static MeasureView view(List<ProgressView> progress, List<SlipView> slips) {
        return MeasureView.of(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "改善策",
                "部長",
                "検証",
                List.of(1),
                List.of(
                        new StagePlan(Stage.PLANNED, JULY, null),
                        new StagePlan(Stage.IN_FORCE, AUGUST, null),
                        new StagePlan(Stage.VERIFIED, AUGUST.plusMonths(3), null)),
                progress,
                slips,
                AT,
                "officer");
    }

    private static ProgressView progress(Stage stage) {
        return new ProgressView(UUID.randomUUID(), "済", stage, JULY, AT, "officer");
    }

    private static SlipView slip(LocalDate from, LocalDate to) {
        return new SlipView(UUID.randomUUID(), Stage.PLANNED, from, to, "理由", AT, "officer");
    }
}

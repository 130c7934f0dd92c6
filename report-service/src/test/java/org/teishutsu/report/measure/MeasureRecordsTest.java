package org.teishutsu.report.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.teishutsu.report.measure.MeasureItem.StageNow;

class MeasureRecordsTest {
    private static final Instant AT = Instant.parse("2017-08-01T00:00:00Z");
    private static final Instant LATER = AT.plusSeconds(60);
    private static final LocalDate JULY = LocalDate.of(2017, 7, 31);
    private static final LocalDate AUGUST = LocalDate.of(2017, 8, 31);
    private static final UUID ID = new UUID(0, 1);

    @Test
    void aStageIsPassedOnceALaterOneIsDone() {
        MeasureView view = records(List.of(done(Stage.IN_FORCE)), List.of()).view();

        assertThat(view.stage()).isEqualTo(Stage.IN_FORCE);
        assertThat(view.stages()).extracting(MeasureView.StageView::passed).containsExactly(true, true, false);
        assertThat(view.stages().get(0).doneOn()).isNull();
        assertThat(view.stages().get(0).lateOn(AUGUST)).isFalse();
        assertThat(view.next().orElseThrow().stage()).isEqualTo(Stage.VERIFIED);
    }

    @Test
    void theLastSlipSaysWhenAStageIsDue() {
        MeasureView view = records(List.of(), List.of(slip(2, JULY, AUGUST), slip(3, AUGUST, AUGUST.plusDays(5))))
                .view();

        assertThat(view.revision()).isEqualTo(3);
        assertThat(view.stages().get(0).due()).isEqualTo(AUGUST.plusDays(5));
        assertThat(view.stages().get(0).firstDue()).isEqualTo(JULY);
        assertThat(view.stages().get(0).lateOn(AUGUST.plusDays(5))).isFalse();
        assertThat(view.stages().get(0).lateOn(AUGUST.plusDays(6))).isTrue();
    }

    @Test
    void aLaterPlanOverridesASlipAndEveryRevisionCanBeAskedForAgain() {
        Plan second = new Plan(ID, 3, plan("改めた改善策", JULY.plusDays(10)), LATER, "officer2");
        MeasureRecords records =
                new MeasureRecords(measure(), List.of(first(), second), List.of(), List.of(slip(2, JULY, AUGUST)));

        assertThat(records.view().stages().get(0).due()).isEqualTo(JULY.plusDays(10));
        assertThat(records.view().stages().get(0).firstDue()).isEqualTo(JULY);
        assertThat(records.at(2).view().stages().get(0).due()).isEqualTo(AUGUST);
        assertThat(records.at(1).view().stages().get(0).due()).isEqualTo(JULY);
        assertThat(records.knownAt(AT).view().title()).isEqualTo("改善策");
    }

    @Test
    void aStageThatDoesNotApplyIsNeverLateNorNext() {
        MeasurePlan plan = new MeasurePlan(
                "改善策", "部長", List.of(1), "検証", List.of(new StagePlan(Stage.CODIFIED, null, "既存の規程で足りる")), Map.of());
        MeasureView view = new MeasureRecords(
                        measure(), List.of(new Plan(ID, 1, plan, AT, "officer")), List.of(), List.of())
                .view();

        assertThat(view.stages().get(0).lateOn(LocalDate.of(2099, 1, 1))).isFalse();
        assertThat(view.next()).isEmpty();
    }

    @Test
    void latenessIsCountedInOpenDaysAndWorkEndsOnTheOpenDayBefore() {
        // 2017-08-11 is 山の日, the 12th and 13th a week-end.
        StageNow stage = new StageNow(Stage.PLANNED, LocalDate.of(2017, 8, 11), null);

        assertThat(MeasureItem.late(List.of(stage), LocalDate.of(2017, 8, 11))).isEmpty();
        assertThat(MeasureItem.late(List.of(stage), LocalDate.of(2017, 8, 12)))
                .extracting(MeasureItem.Late::openDays)
                .containsExactly(0L);
        assertThat(MeasureItem.late(List.of(stage), LocalDate.of(2017, 8, 15)))
                .extracting(MeasureItem.Late::openDays)
                .containsExactly(2L);
        assertThat(new MeasureView.StageView(Stage.PLANNED, LocalDate.of(2017, 8, 13), JULY, null, null, false).safe())
                .isEqualTo("2017-08-10");
    }

    private static MeasureRecords records(List<Progress> progress, List<Slip> slips) {
        return new MeasureRecords(measure(), List.of(first()), progress, slips);
    }

    private static Measure measure() {
        return new Measure(new UUID(0, 2), AT, "officer");
    }

    private static Plan first() {
        return new Plan(ID, 1, plan("改善策", JULY), AT, "officer");
    }

    private static MeasurePlan plan(String title, LocalDate due) {
        return new MeasurePlan(
                title,
                "部長",
                List.of(1),
                "検証",
                List.of(
                        new StagePlan(Stage.PLANNED, due, null),
                        new StagePlan(Stage.IN_FORCE, AUGUST, null),
                        new StagePlan(Stage.VERIFIED, AUGUST.plusMonths(3), null)),
                Map.of());
    }

    private static Progress done(Stage stage) {
        return new Progress(ID, 2, new NewProgress("済", stage, JULY, null, null), AT, "officer");
    }

    private static Slip slip(int revision, LocalDate from, LocalDate to) {
        return new Slip(ID, revision, from, new NewSlip(Stage.PLANNED, to, "理由", null), AT, "officer");
    }
}

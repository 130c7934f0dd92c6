package org.teishutsu.report.publicnotice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.teishutsu.report.publicnotice.NoticeRelation.Kind;
import org.teishutsu.report.publicnotice.PublishedFigureView.Certainty;
import org.teishutsu.report.publicnotice.PublishedFigureView.Unit;

/** Two notices that do not agree are shown, unless something says why. */
class ContradictionTest {
    private static final Instant AT = Instant.parse("2017-07-20T00:00:00Z");
    private static final PublicNoticeView FIRST = notice(1);
    private static final PublicNoticeView SECOND = notice(2, new NoticeRelation(FIRST.id(), Kind.ADDS_TO));
    private static final PublicNoticeView THIRD =
            notice(3, new NoticeRelation(SECOND.id(), Kind.REPLACES), new NoticeRelation(SECOND.id(), Kind.ADDS_TO));
    private static final PublicNoticeView UNRELATED = notice(4);
    private static final List<PublicNoticeView> NOTICES = List.of(FIRST, SECOND, THIRD, UNRELATED);

    @Test
    void aNoticeThatReplacesOrAddsExplainsAnotherNumberAlsoThroughOthers() {
        assertThat(among(said(100, FIRST), said(120, SECOND), said(130, THIRD))).isEmpty();
        assertThat(among(said(100, FIRST), said(130, THIRD))).isEmpty();
    }

    @Test
    void aNoticeOfItsOwnDoesNot() {
        List<Contradiction> found = among(said(100, FIRST), said(120, UNRELATED));

        assertThat(found).singleElement().satisfies(each -> {
            assertThat(each.earlier().number()).isEqualTo(100);
            assertThat(each.later().number()).isEqualTo(120);
            assertThat(each.why()).contains("先に公表した件数");
        });
        assertThat(among(said(100, FIRST), said(100, UNRELATED))).isEmpty();
    }

    @Test
    void wordsExplainEverythingAndUnitsAreApart() {
        assertThat(among(said(100, FIRST), figure(120, Unit.RECORDS, Certainty.CONFIRMED, UNRELATED, "重複を除いた。")))
                .isEmpty();
        assertThat(among(said(100, FIRST), figure(90, Unit.PERSONS, Certainty.CONFIRMED, UNRELATED, null)))
                .isEmpty();
    }

    @Test
    void whatWasConfirmedIsNotEstimatedAgainAndOneNoticeSaysOneNumber() {
        assertThat(among(said(100, FIRST), figure(100, Unit.RECORDS, Certainty.ESTIMATED, SECOND, null)))
                .extracting(Contradiction::why)
                .containsExactly("確定として公表した件数を、説明なく推定に戻している。");
        assertThat(among(said(100, FIRST), said(101, FIRST)))
                .extracting(Contradiction::why)
                .containsExactly("一つのお知らせで異なる件数を公表している。");
        assertThat(among(figure(100, Unit.RECORDS, Certainty.ESTIMATED, FIRST, null), said(100, SECOND)))
                .isEmpty();
    }

    @Test
    void theChangeLogSaysWhatReplacedWhat() {
        ChangeLog log = ChangeLog.of(
                NOTICES,
                Map.of(
                        SECOND.id(),
                        List.of(new ChangeLog.Said(
                                "2017-attack", "平成29年<の事案>", 112_364, Unit.RECORDS, Certainty.CONFIRMED))));

        assertThat(log.entries()).extracting(ChangeLog.Entry::current).containsExactly(true, true, false, true);
        String page = ChangeLogPage.of(log, "訓練");
        assertThat(page)
                .contains(
                        "「第2報&lt;b&gt;」（2017年7月22日公表）の差替え版です。",
                        "に情報を追加するものです。",
                        "に差し替えました。",
                        "訓練：",
                        "平成29年&lt;の事案&gt;：112,364件（確定）")
                .doesNotContain("<b>");
        assertThat(ChangeLogPage.of(new ChangeLog(List.of()), ""))
                .contains("公表したお知らせはありません。")
                .doesNotContain("訓練");
    }

    private static List<Contradiction> among(PublishedFigureView... figures) {
        return Contradiction.among(List.of(figures), NOTICES);
    }

    private static PublishedFigureView said(long number, PublicNoticeView notice) {
        return figure(number, Unit.RECORDS, Certainty.CONFIRMED, notice, null);
    }

    private static PublishedFigureView figure(
            long number, Unit unit, Certainty certainty, PublicNoticeView notice, String explanation) {
        return new PublishedFigureView(
                UUID.randomUUID(),
                "a",
                number,
                unit,
                certainty,
                AT,
                notice.id(),
                AT,
                "officer",
                AT,
                "approver",
                explanation);
    }

    private static PublicNoticeView notice(int number, NoticeRelation... relations) {
        return new PublicNoticeView(
                new UUID(0, number),
                "第" + number + "報<b>",
                "本文",
                AT.plusSeconds(86_400L * number),
                List.of(relations),
                AT,
                "officer");
    }
}

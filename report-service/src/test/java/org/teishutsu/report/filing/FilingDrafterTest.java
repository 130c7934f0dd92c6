package org.teishutsu.report.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.figures.Figures;
import org.teishutsu.common.figures.NoReturnAfter;
import org.teishutsu.report.filing.content.Block;
import org.teishutsu.report.filing.content.FilingContent;
import org.teishutsu.report.filing.content.FilingJson;
import org.teishutsu.report.filing.content.Section;

class FilingDrafterTest {

    @Test
    void initialReportHasEverySectionAndAnnex() {
        FilingContent content = draft(FilingFixtures.initial());

        assertThat(content.title()).isEqualTo("業務改善命令に係る対応・実施状況について（報告）");
        assertThat(content.addressee()).isEqualTo("関東財務局長　殿");
        assertThat(content.sections())
                .extracting(Section::number)
                .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
        assertThat(content.annexes())
                .extracting(Section::number)
                .containsExactly("別紙1", "別紙2", "別紙3", "別紙4", "別紙5", "別紙6");
        assertThat(content.preamble()).contains("平成29年7月28日付け関財金六第000号", "平成29年8月8日24時", "命令(4)に基づき");
    }

    @Test
    void progressReportHasEverySection() {
        FilingContent content = draft(FilingFixtures.progress(FilingFixtures.figures()));

        assertThat(content.title()).isEqualTo("業務改善命令に係る進捗状況について（第1回報告）");
        assertThat(content.sections())
                .extracting(Section::number)
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11");
        assertThat(section(content, "10").title()).isEqualTo("改善措置の実効性・定着状況に関する当社の評価");
    }

    @Test
    void everyClauseIsAnsweredByItsMeasures() {
        FilingContent content = draft(FilingFixtures.initial());

        assertThat(text(section(content, "5"))).contains("命令(1)に対応する改善策", "漏えい可能性の検証");
        assertThat(text(section(content, "6"))).contains("命令(2)に対応する改善策", "出金の監視強化");
        assertThat(text(section(content, "7"))).contains("命令(3)に対応する改善策", "お客様への個別通知");
        assertThat(text(section(content, "0"))).contains("命令(4)：本報告書をもって報告");
    }

    @Test
    void aRootCauseIsPrintedOnceItIsFoundAndPromisedUntilThen() {
        assertThat(text(section(draft(FilingFixtures.initial()), "4")))
                .contains(
                        "に検知した。外部の調査機関の指摘により発覚した。",
                        "2016年の不正アクセス：改修時の検査が不十分であった。",
                        "2017年7月の不正アクセス：究明中である。",
                        "判明の都度、進捗報告において報告する。");
    }

    @Test
    void countsNameTheirUnitAndTheOverlap() {
        String text = text(section(draft(FilingFixtures.initial()), "3"));

        assertThat(text).contains("延べ114,819件", "実人数で114,119人", "700人は複数の事案に該当", "112,364件", "2,455件");
    }

    @Test
    void whoIsToldNoMoreAndWhatWasCalledIsPrintedOnceThereIsAny() {
        String none = FilingFixtures.example();
        String some = none.replace("\"DECEASED\": 0, \"DISSOLVED\": 0", "\"DECEASED\": 3, \"DISSOLVED\": 1")
                .replace("\"NO_ANSWER\": 0", "\"NO_ANSWER\": 12");
        assertThat(some).isNotEqualTo(none);
        FilingContent content = FilingDrafter.draft(FilingFixtures.facts(0, FiguresJson.read(some), null, true));

        assertThat(table(section(content, "7"), "個別通知を終了した理由（実人数）").rows())
                .contains(List.of("ご逝去", "3人"), List.of("計", "4人"));
        assertThat(table(section(content, "7"), "架電の件数（累計）").rows()).contains(List.of("応答なし", "12件"));
        assertThat(captions(FilingDrafter.draft(FilingFixtures.initial())))
                .doesNotContain("個別通知を終了した理由（実人数）", "架電の件数（累計）");
    }

    @Test
    void theWaitingTimeIsPrintedAsTheFiguresTellIt() {
        Figures example = FilingFixtures.figures();
        Figures longer = new Figures(example.asOf(), new NoReturnAfter(21, 45), example.incidents(), example.union());

        assertThat(text(draft(FilingFixtures.facts(0, longer, null, true))))
                .contains("送信済み（21日間不達通知なし）・発送済み（45日間返戻なし）")
                .doesNotContain("14日間");
    }

    @Test
    void publishedFiguresStandBesideTheLedgerWithTheDifference() {
        Block.Table table = table(section(draft(FilingFixtures.initial()), "3"), "公表した件数");

        assertThat(table.rows())
                .contains(List.of("2016年の不正アクセス", "平成29年7月31日", "第二報", "推定", "約110,000件", "112,364件", "+2,364件"))
                .contains(List.of("2016年の不正アクセス", "平成29年7月31日", "第三報", "確定", "112,364件", "112,364件", "0件"));
    }

    @Test
    void theSplitIsLabelledSyntheticWhereverItStandsInADrillAndNowhereElse() {
        FilingContent drill = draft(FilingFixtures.initial());
        FilingContent real = draft(FilingFixtures.facts(0, FilingFixtures.figures(), null, false));

        assertThat(text(section(drill, "3"))).contains(FigureTables.SYNTHETIC);
        assertThat(text(section(drill, "別紙2"))).contains(FigureTables.SYNTHETIC);
        assertThat(text(real)).doesNotContain("合成データ");
    }

    @Test
    void evidenceIsListedWithItsWholeHash() {
        Section annex = section(draft(FilingFixtures.initial()), "別紙5");

        assertThat(annex.title()).isEqualTo("証跡一覧");
        assertThat(table(annex, "証跡").rows())
                .hasSize(3)
                .contains(List.of("1-1", "漏えい可能性の検証に係る検討資料", "漏えい可能性の検証（検討）", "第1版", "H29.8.1", "0123456789ab"));
        assertThat(table(annex, "証跡のSHA-256").rows())
                .contains(List.of(
                        "1-1", "12,345バイト", "0123456789abcdef0123456789abcdef\n0123456789abcdef0123456789abcdef"));
    }

    @Test
    void missingFiguresAreSaidToBeMissingAndAreNeverZero() {
        FilingContent content = draft(FilingFixtures.facts(0, null, null, true));

        assertThat(text(section(content, "3"))).contains("取得不可", FigureTables.NOT_THERE);
        assertThat(text(section(content, "7"))).contains("取得不可");
        assertThat(numbers(content)).doesNotContain("0件", "0人", "0");
    }

    @Test
    void progressSetsEveryCountBesideTheLastReports() {
        FilingContent content =
                draft(FilingFixtures.progress(FilingChecksTest.with(FilingFixtures.figures(), 114_810, 114_110)));

        assertThat(table(section(content, "2"), "主な計数の比較").rows())
                .contains(List.of("漏えい件数（延べ）", "114,810件", "114,819件", "+9件"))
                .contains(List.of("対象のお客様（実人数）", "114,110人", "114,119人", "+9人"));
        assertThat(table(section(content, "5"), "個別通知の状況").columns())
                .extracting(Block.Column::label)
                .containsExactly("通知状況", "前回", "今回", "差");
    }

    @Test
    void delayedMeasureIsNamedWithReasonAndNewDate() {
        FilingContent content = draft(FilingFixtures.progress(FilingFixtures.figures()));

        assertThat(table(section(content, "7"), "実施期限を変更した改善策").rows().get(0))
                .containsExactly("漏えい可能性の検証", "実施", "平成29年9月30日", "平成29年10月31日", "機器の納期");
    }

    @Test
    void peopleNotYetToldAreListedByReasonWithTheNextStep() {
        Block.Table table = table(section(draft(FilingFixtures.initial()), "7"), "個別通知未了者");

        assertThat(table.rows())
                .contains(List.of("受信拒否", "447人", "書面の送付先の確認及び架電"))
                .contains(List.of("計", "2,285人", ""));
        assertThat(table.totalRow()).isTrue();
    }

    @Test
    void noticesShowBothRelationsToAnEarlierOne() {
        assertThat(text(section(draft(FilingFixtures.initial()), "別紙6"))).contains("「第二報」の差替え版\n「第二報」の追加情報");
    }

    @Test
    void countsOfInquiriesAndHarmStandOnceInAProgressReport() {
        FilingContent content = draft(FilingFixtures.progress(FilingFixtures.figures()));

        assertThat(captions(content)).doesNotHaveDuplicates().contains("お問い合わせ等の件数（累計）", "被害に関する申出の件数（累計）");
        assertThat(content.annexes()).hasSize(5);
    }

    @Test
    void whatWasRecordedOfBothIncidentsStandsOnceInTheTimeline() {
        Block.Table table = table(section(draft(FilingFixtures.initial()), "別紙1"), "時系列");

        assertThat(table.rows())
                .contains(List.of("平成29年7月13日15時00分", "2017年7月の不正アクセス", "検知し、遮断した。"))
                .contains(List.of("平成29年7月31日16時00分", "全ての事案", "件数を公表した。"))
                .doesNotHaveDuplicates();
    }

    @Test
    void anIncidentOfWholeMonthsClaimsNoDays() {
        FilingContent content = draft(FilingFixtures.initial());

        assertThat(table(section(content, "2"), "事案の概要：2016年の不正アクセス").rows())
                .contains(List.of("発生期間", "平成28年7月から11月まで"));
        assertThat(text(section(content, "4")))
                .contains("2017年7月の不正アクセス：発生した日に検知した。", "平成28年7月から11月までの不正アクセスを、平成29年7月18日に検知した。")
                .doesNotContain("日を要した");
    }

    @Test
    void remarksStandBehindTheItemsTheyAreOn() {
        FilingContent content = draft(FilingFixtures.initial());

        assertThat(table(section(content, "2"), "事案の概要：2016年の不正アクセス").rows())
                .contains(List.of("漏えい項目", "メールアドレス、お客様ID、生年月日、初回ログインパスワード（無効化済み）"))
                .contains(List.of("漏えいがないことを確認した項目", "氏名（会員名を含む、平成29年7月31日確認）"));
        assertThat(text(section(content, "別紙2"))).doesNotContain("無効化済み");
    }

    @Test
    void sameFactsGiveTheSameBytes() {
        assertThat(FilingJson.write(draft(FilingFixtures.initial())))
                .isEqualTo(FilingJson.write(draft(FilingFixtures.initial())));
    }

    private static FilingContent draft(FilingFacts facts) {
        return FilingFixtures.printed(FilingDrafter.draft(facts));
    }

    static Section section(FilingContent content, String number) {
        return Stream.concat(content.sections().stream(), content.annexes().stream())
                .filter(section -> section.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static Block.Table table(Section section, String caption) {
        return section.blocks().stream()
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .filter(table -> table.caption().startsWith(caption))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> captions(FilingContent content) {
        return Stream.concat(content.sections().stream(), content.annexes().stream())
                .flatMap(section -> section.blocks().stream())
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .map(Block.Table::caption)
                .filter(caption -> caption.contains("件数"))
                .toList();
    }

    private static List<String> numbers(FilingContent content) {
        return Stream.concat(content.sections().stream(), content.annexes().stream())
                .flatMap(section -> section.blocks().stream())
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .filter(table -> !table.caption().startsWith("段階別"))
                .flatMap(table -> table.rows().stream())
                .flatMap(List::stream)
                .toList();
    }

    static String text(Section section) {
        StringBuilder text = new StringBuilder();
        for (Block block : section.blocks()) {
            text.append(block.toString()).append('\n');
        }
        return text.toString();
    }

    private static String text(FilingContent content) {
        return new String(FilingJson.write(content), StandardCharsets.UTF_8);
    }
}

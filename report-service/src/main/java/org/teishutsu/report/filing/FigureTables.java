package org.teishutsu.report.filing;

import java.util.List;
import java.util.Optional;
import org.teishutsu.common.figures.Combination;
import org.teishutsu.common.figures.IncidentFigures;
import org.teishutsu.report.filing.FilingFacts.IncidentFacts;
import org.teishutsu.report.filing.SectionDraft.Table;
import org.teishutsu.report.filing.content.Block;
import org.teishutsu.report.incident.IncidentView;
import org.teishutsu.report.publicnotice.PublicNoticeView;
import org.teishutsu.report.publicnotice.PublishedFigureView;

/** Tables of how much leaked: by incident, by combination, by item, and against what was published. */
final class FigureTables {
    /** Printed wherever the split into combinations is shown in a drill: nobody may take it for the case's own. */
    static final String SYNTHETIC = "漏えい項目の組合せごとの内訳は、訓練のために作成した合成データであり、実際の内訳ではない。";

    /** Said where figures should stand as long as there are none. */
    static final String NOT_THERE = "基準日時点の集計を取得できていないため、件数及び人数を記載していない（0件又は0人を意味するものではない。）。";

    private static final int FEW = 8;

    private final FilingFacts facts;
    private final FigureBook book;

    FigureTables(FilingFacts facts) {
        this.facts = facts;
        this.book = new FigureBook(facts);
    }

    /** Records by incident and persons in all, with the overlap that lies between the two. */
    Table totals() {
        Table table =
                new Table("事案別の漏えい件数及び実人数").text("区分", 5).number("件数・人数", 2).text("備考", 4);
        for (IncidentFacts each : facts.incidents()) {
            String key = LeakFigures.exposures(each.incident().code());
            table.row(each.incident().title() + "（件数）", book.now(key), "お客様1人につき1件");
        }
        table.row("件数（延べ）", book.now(LeakFigures.EXPOSURES), "各事案の件数の合計");
        table.row("うち複数の事案に該当する人数", book.now(LeakFigures.IN_SEVERAL), "延べ件数では事案ごとに重複して数えている");
        return table.row("人数（実人数）", book.now(LeakFigures.RECIPIENTS), "重複を除いた通知対象者の数");
    }

    /** The commonest combinations of an incident; the annex has all of them. */
    Table commonest(IncidentView incident) {
        return combinations(incident, "主な漏えい項目の組合せ", FEW);
    }

    Table combinations(IncidentView incident) {
        return combinations(incident, "漏えい項目の組合せ別件数", Integer.MAX_VALUE);
    }

    private Table combinations(IncidentView incident, String caption, int most) {
        Table table = new Table(caption + "：" + incident.title())
                .text("順位", 1)
                .text("漏えい項目の組合せ", 8)
                .number("件数", 2)
                .number("構成比", 2);
        Optional<IncidentFigures> figures = facts.figuresOf(incident.code());
        if (figures.isEmpty()) {
            return table.row("－", "全ての組合せ", Wording.UNAVAILABLE, "－");
        }
        List<Combination> all = figures.get().combinations();
        long sum = figures.get().sumOfCombinations();
        long shown = 0;
        for (int i = 0; i < Math.min(most, all.size()); i++) {
            Combination one = all.get(i);
            shown += one.exposures();
            table.row(
                    String.valueOf(i + 1),
                    Wording.labels(one.items().codes(), facts.itemLabels()),
                    book.now(LeakFigures.combination(incident.code(), one)),
                    Wording.percent(one.exposures(), sum));
        }
        if (all.size() > most) {
            String rest = "その他%d通りの組合せ（別紙2）".formatted(all.size() - most);
            table.row("－", rest, Wording.records(sum - shown), Wording.percent(sum - shown, sum));
        }
        return table.total("計", "", book.now(LeakFigures.exposures(incident.code())), Wording.percent(sum, sum));
    }

    /** How often each item leaked; empty as long as there are no figures. */
    Optional<Block.BarChart> byItem(IncidentView incident) {
        List<Block.Bar> bars = Charts.bars(LeakFigures.byItem(book, incident.code()));
        if (bars.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Block.BarChart(
                "漏えい項目別の件数：" + incident.title(),
                "漏えい項目別の件数を示す横棒グラフ。最も多い項目は%sで%sである。"
                        .formatted(
                                bars.get(0).label(), Wording.records(bars.get(0).value())),
                "件",
                bars));
    }

    /** What was published when, and how far it is from the ledger. */
    Table published() {
        Table table = new Table("公表した件数及び基準日時点の集計との差")
                .text("事案", 8)
                .text("公表日", 9)
                .text("公表資料", 12)
                .text("区分", 4)
                .number("公表件数", 8)
                .number("集計", 6)
                .number("差", 5);
        for (IncidentFacts each : facts.incidents()) {
            for (int i = 0; i < each.published().size(); i++) {
                PublishedFigureView figure = each.published().get(i);
                // Within one incident a record is a person: there is one exposure for each recipient.
                Shown ledger = book.now(LeakFigures.exposures(each.incident().code()));
                Long value = ledger.figure().value();
                table.row(
                        each.incident().title(),
                        Wording.date(figure.publishedAt()),
                        noticeOf(figure),
                        figure.certainty().label(),
                        book.now(LeakFigures.published(each.incident().code(), i + 1))
                                .prefixed(approximately(figure)),
                        ledger,
                        value == null
                                ? Shown.NOTHING
                                : Wording.difference(value - figure.number())
                                        + figure.unit().label());
            }
        }
        return table;
    }

    private String noticeOf(PublishedFigureView figure) {
        return facts.notices().stream()
                .filter(notice -> notice.id().equals(figure.notice()))
                .map(PublicNoticeView::title)
                .findFirst()
                .orElse("－");
    }

    private static String approximately(PublishedFigureView figure) {
        return figure.certainty() == PublishedFigureView.Certainty.ESTIMATED ? "約" : "";
    }
}

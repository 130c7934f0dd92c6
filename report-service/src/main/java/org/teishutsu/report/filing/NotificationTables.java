package org.teishutsu.report.filing;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.teishutsu.common.figures.CallOutcome;
import org.teishutsu.common.figures.Channel;
import org.teishutsu.common.figures.ClosingReason;
import org.teishutsu.common.figures.DeliveryState;
import org.teishutsu.common.figures.HarmFinding;
import org.teishutsu.common.figures.InquiryKind;
import org.teishutsu.common.figures.NotToldReason;
import org.teishutsu.common.figures.Reach;
import org.teishutsu.report.filing.FilingFacts.Previous;
import org.teishutsu.report.filing.FilingFacts.Told;
import org.teishutsu.report.filing.SectionDraft.Table;
import org.teishutsu.report.filing.content.Block;
import org.teishutsu.report.filing.content.Figure;

/** Tables of how far people have been told, by what, why some have not, and what they asked. */
final class NotificationTables {
    private static final Map<NotToldReason, String> NEXT_STEP = Map.ofEntries(
            entry(NotToldReason.NOT_PLANNED, "通知の対象に加え、電子メール又は書面により通知"),
            entry(NotToldReason.NO_ADDRESS, "登録情報の照合及び連絡先の調査、架電による確認"),
            entry(NotToldReason.UNPRINTABLE, "宛名の表記の確認及び架電"),
            entry(NotToldReason.LETTER_DUE, "書面（親展）の発送"),
            entry(NotToldReason.QUEUED, "送信の継続"),
            entry(NotToldReason.RETRYING, "72時間を限度とする再送信、その後は書面へ切替え"),
            entry(NotToldReason.REFUSED, "書面の送付先の確認及び架電"),
            entry(NotToldReason.BOUNCED, "書面の送付先の確認及び架電"),
            entry(NotToldReason.RETURNED, "転居先の調査及び架電による確認"),
            entry(NotToldReason.UNCERTAIN, "送信記録との照合、必要に応じた再送信"));

    private final FigureBook book;
    private final boolean available;
    private final List<Told> told;

    NotificationTables(FilingFacts facts) {
        this.book = new FigureBook(facts);
        this.available = facts.available().isPresent();
        this.told = Optional.ofNullable(facts.previous()).map(Previous::told).orElse(List.of());
    }

    /** Persons by reach; beside the last filing's, if there was one. */
    Table reach() {
        Table table = compared(new Table("個別通知の状況（実人数）").text("通知状況", 6), "人数");
        for (Reach reach : Reach.values()) {
            row(table, NotificationFigures.reach(reach));
        }
        return table.total(cells("計（実人数）", LeakFigures.RECIPIENTS));
    }

    /** The same as a picture; empty as long as there are no figures. */
    Optional<Block.BarChart> reachChart() {
        List<Figure> figures = new ArrayList<>();
        for (Reach reach : Reach.values()) {
            figures.add(book.get(NotificationFigures.reach(reach)));
        }
        List<Block.Bar> bars = Charts.bars(figures);
        if (bars.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Block.BarChart(
                "個別通知の状況別の人数",
                "個別通知の状況別の人数を示す横棒グラフ。値は、表「個別通知の状況（実人数）」に示す人数と同じである。",
                Figure.Unit.PERSONS.label(),
                bars));
    }

    /** How many had been told at each report so far; empty unless there is another to compare with. */
    Optional<Block.BarChart> toldOverTime() {
        Long now = book.get(NotificationFigures.TOLD).value();
        if (now == null || told.isEmpty()) {
            return Optional.empty();
        }
        List<Block.Bar> bars = new ArrayList<>();
        told.forEach(report -> bars.add(new Block.Bar(report.report(), report.persons())));
        bars.add(new Block.Bar("今回", now, NotificationFigures.TOLD));
        return Optional.of(new Block.BarChart(
                "通知の措置を終えたお客様の推移",
                "通知の送信・発送その他の措置を終えたお客様の人数を報告ごとに示す横棒グラフ。今回は%sである。".formatted(Wording.persons(now)),
                Figure.Unit.PERSONS.label(),
                bars));
    }

    /** Persons not told yet, why, and what is done about it. */
    Table notTold() {
        Table table = new Table("個別通知未了者の理由別内訳及び次の対応（実人数）")
                .text("理由", 3)
                .number("人数", 2)
                .text("次の対応", 6);
        if (!available) {
            return table.row("全ての理由", Wording.UNAVAILABLE, "集計の取得後に記載");
        }
        for (NotToldReason reason : NotToldReason.values()) {
            String key = NotificationFigures.notTold(reason);
            if (valueOf(key) > 0) {
                table.row(reason.label(), book.now(key), NEXT_STEP.getOrDefault(reason, ""));
            }
        }
        return table.total("計", book.now(NotificationFigures.NOT_TOLD), "");
    }

    /** Persons whom nobody tells any more, and why; empty while there are none. */
    Optional<Table> closed() {
        if (!isThere(NotificationFigures.CLOSED)) {
            return Optional.empty();
        }
        Table table = compared(new Table("個別通知を終了した理由（実人数）").text("理由", 5), "人数");
        for (ClosingReason reason : ClosingReason.values()) {
            row(table, NotificationFigures.closed(reason));
        }
        return Optional.of(table.total(cells("計", NotificationFigures.CLOSED)));
    }

    /** Calls of the desk by how they ended; empty while there are none. */
    Optional<Table> calls() {
        if (!isThere(NotificationFigures.CALLS)) {
            return Optional.empty();
        }
        Table table = compared(new Table("架電の件数（累計）").text("結果", 5), "件数");
        for (CallOutcome outcome : CallOutcome.values()) {
            row(table, NotificationFigures.calls(outcome));
        }
        return Optional.of(table.total(cells("計", NotificationFigures.CALLS)));
    }

    /** Whether there is, or was at the last report, anything to count. */
    private boolean isThere(String key) {
        return valueOf(key) + Objects.requireNonNullElse(book.get(key).before(), 0L) > 0;
    }

    /** Messages and letters by state. */
    Table deliveries() {
        Table table = new Table("手段別の送信・発送の状況（通数）").text("手段", 3).text("状態", 4);
        compared(table, "通数");
        for (Channel channel : Channel.values()) {
            for (DeliveryState state : DeliveryState.values()) {
                String key = NotificationFigures.delivery(channel, state);
                Long before = book.get(key).before();
                if (valueOf(key) + (before == null ? 0 : before) > 0) {
                    List<Object> cells = new ArrayList<>(List.of(channel.label()));
                    cells.addAll(List.of(cells(state.label(), key)));
                    table.row(cells.toArray());
                }
            }
        }
        return table;
    }

    Table inquiries() {
        Table table = compared(new Table("お問い合わせ等の件数（累計）").text("区分", 5), "件数");
        for (InquiryKind kind : InquiryKind.values()) {
            row(table, NotificationFigures.inquiries(kind));
        }
        return table.total(cells("計", NotificationFigures.INQUIRIES));
    }

    Table harm() {
        Table table = compared(new Table("被害に関する申出の件数（累計）").text("区分", 5), "件数");
        for (HarmFinding finding : HarmFinding.values()) {
            row(table, NotificationFigures.harm(finding));
        }
        return table;
    }

    private long valueOf(String key) {
        return Objects.requireNonNullElse(book.get(key).value(), 0L);
    }

    private Table compared(Table table, String unit) {
        return book.compares() ? table.number("前回", 2).number("今回", 2).number("差", 2) : table.number(unit, 2);
    }

    private void row(Table table, String key) {
        table.row(cells(book.get(key).label(), key));
    }

    private Object[] cells(String label, String key) {
        return book.compares()
                ? new Object[] {label, book.last(key), book.now(key), book.difference(key)}
                : new Object[] {label, book.now(key)};
    }
}

package org.teishutsu.report.filing;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.teishutsu.common.figures.Channel;
import org.teishutsu.common.figures.DeliveryState;
import org.teishutsu.common.figures.Figures;
import org.teishutsu.common.figures.HarmFinding;
import org.teishutsu.common.figures.InquiryKind;
import org.teishutsu.common.figures.NoReturnAfter;
import org.teishutsu.common.figures.NotToldReason;
import org.teishutsu.common.figures.Reach;
import org.teishutsu.common.figures.UnionFigures;
import org.teishutsu.report.filing.SectionDraft.Table;

/** Tables of how far people have been told, by what, why some have not, and what they asked. */
final class NotificationTables {
    private static final Map<NotToldReason, String> NEXT_STEP = Map.ofEntries(
            entry(NotToldReason.NOT_PLANNED, "通知の対象に加え、電子メール又は書面により通知"),
            entry(NotToldReason.NO_ADDRESS, "登録情報の照合及び連絡先の調査、架電による確認"),
            entry(NotToldReason.LETTER_DUE, "書面（親展）の発送"),
            entry(NotToldReason.QUEUED, "送信の継続"),
            entry(NotToldReason.RETRYING, "72時間を限度とする再送信、その後は書面へ切替え"),
            entry(NotToldReason.REFUSED, "書面の送付先の確認及び架電"),
            entry(NotToldReason.BOUNCED, "書面の送付先の確認及び架電"),
            entry(NotToldReason.RETURNED, "転居先の調査及び架電による確認"),
            entry(NotToldReason.UNCERTAIN, "送信記録との照合、必要に応じた再送信"));

    private final Optional<UnionFigures> now;
    private final Optional<UnionFigures> before;
    private final Optional<NoReturnAfter> noReturnAfter;

    NotificationTables(FilingFacts facts) {
        this.now = facts.available().map(Figures::union);
        this.before = facts.before().map(Figures::union);
        this.noReturnAfter = facts.available().map(Figures::noReturnAfter);
    }

    /** Persons by reach; beside the last filing's, if there was one. */
    Table reach() {
        Table table = compared(new Table("個別通知の状況（実人数）").text("通知状況", 6), "人数");
        for (Reach reach : Reach.values()) {
            table.row(cells(labelOf(reach), union -> union.reach().getOrDefault(reach, 0L), Wording::persons));
        }
        return table.total(cells("計（実人数）", UnionFigures::recipients, Wording::persons));
    }

    /** The waiting time is part of the statement and so is printed with it. */
    private String labelOf(Reach reach) {
        return noReturnAfter
                .filter(waiting -> reach == Reach.NO_RETURN)
                .map(waiting -> "送信済み（%d日間不達通知なし）・発送済み（%d日間返戻なし）".formatted(waiting.emailDays(), waiting.letterDays()))
                .orElse(reach.label());
    }

    /** Persons not told yet, why, and what is done about it. */
    Table notTold() {
        Table table = new Table("個別通知未了者の理由別内訳及び次の対応（実人数）")
                .text("理由", 3)
                .number("人数", 2)
                .text("次の対応", 6);
        if (now.isEmpty()) {
            return table.row("全ての理由", Wording.UNAVAILABLE, "集計の取得後に記載");
        }
        for (NotToldReason reason : NotToldReason.values()) {
            long count = now.get().notTold().getOrDefault(reason, 0L);
            if (count > 0) {
                table.row(reason.label(), Wording.persons(count), NEXT_STEP.getOrDefault(reason, ""));
            }
        }
        return table.total("計", Wording.persons(now.get().sumOfNotTold()), "");
    }

    /** Messages and letters by state. */
    Table deliveries() {
        Table table = new Table("手段別の送信・発送の状況（通数）").text("手段", 3).text("状態", 4);
        compared(table, "通数");
        for (Channel channel : Channel.values()) {
            for (DeliveryState state : DeliveryState.values()) {
                if (count(now, channel, state) + count(before, channel, state) > 0) {
                    table.row(prefixed(
                            channel.label(),
                            cells(state.label(), union -> in(union, channel, state), Wording::number)));
                }
            }
        }
        return table;
    }

    Table inquiries() {
        Table table = compared(new Table("お問い合わせ等の件数（累計）").text("区分", 5), "件数");
        for (InquiryKind kind : InquiryKind.values()) {
            table.row(cells(kind.label(), union -> union.inquiries().getOrDefault(kind, 0L), Wording::records));
        }
        return table.total(cells("計", NotificationTables::inquiries, Wording::records));
    }

    Table harm() {
        Table table = compared(new Table("被害に関する申出の件数（累計）").text("区分", 5), "件数");
        for (HarmFinding finding : HarmFinding.values()) {
            table.row(cells(finding.label(), union -> union.harm().getOrDefault(finding, 0L), Wording::records));
        }
        return table;
    }

    static long inquiries(UnionFigures union) {
        return union.inquiries().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Persons who have been told or for whom something stands in its place. */
    static long told(UnionFigures union) {
        return union.recipients() - union.notToldByReach();
    }

    private static long count(Optional<UnionFigures> union, Channel channel, DeliveryState state) {
        return union.map(figures -> in(figures, channel, state)).orElse(0L);
    }

    private static long in(UnionFigures union, Channel channel, DeliveryState state) {
        return union.deliveries().getOrDefault(channel, Map.of()).getOrDefault(state, 0L);
    }

    private Table compared(Table table, String unit) {
        return before.isPresent() ? table.number("前回", 2).number("今回", 2).number("差", 2) : table.number(unit, 2);
    }

    private String[] cells(String label, Function<UnionFigures, Long> value, Function<Long, String> unit) {
        Optional<Long> today = now.map(value);
        String printed = today.map(unit).orElse(Wording.UNAVAILABLE);
        return before.map(value)
                .map(last -> new String[] {
                    label,
                    unit.apply(last),
                    printed,
                    today.map(number -> Wording.difference(number - last)).orElse("－")
                })
                .orElseGet(() -> new String[] {label, printed});
    }

    private static String[] prefixed(String first, String[] rest) {
        String[] all = new String[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }
}

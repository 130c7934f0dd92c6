package org.teishutsu.report.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.CallOutcome;
import org.teishutsu.common.figures.Channel;
import org.teishutsu.common.figures.ClosingReason;
import org.teishutsu.common.figures.DeliveryState;
import org.teishutsu.common.figures.Figures;
import org.teishutsu.common.figures.HarmFinding;
import org.teishutsu.common.figures.InquiryKind;
import org.teishutsu.common.figures.NoReturnAfter;
import org.teishutsu.common.figures.NotToldReason;
import org.teishutsu.common.figures.Reach;
import org.teishutsu.common.figures.UnionFigures;
import org.teishutsu.report.filing.content.Figure;
import org.teishutsu.report.filing.content.Figure.Unit;

/** The figures of how far people have been told, by what, and what they asked. */
final class NotificationFigures {
    static final String TOLD = "told";
    static final String NOT_TOLD = "notTold";
    static final String CLOSED = "closed";
    static final String CALLS = "calls";
    static final String INQUIRIES = "inquiries";
    static final String HARM = "harm";

    private final FigureBook.Entry ledger;
    private final Optional<UnionFigures> union;
    private final Optional<NoReturnAfter> noReturnAfter;

    NotificationFigures(FilingFacts facts, FigureBook book) {
        this.ledger = book.new Entry(FigureSources.LEDGER);
        this.union = facts.available().map(Figures::union);
        this.noReturnAfter = facts.available().map(Figures::noReturnAfter);
    }

    static String reach(Reach reach) {
        return "reach." + reach;
    }

    static String notTold(NotToldReason reason) {
        return NOT_TOLD + "." + reason;
    }

    static String delivery(Channel channel, DeliveryState state) {
        return "deliveries.%s.%s".formatted(channel, state);
    }

    static String closed(ClosingReason reason) {
        return CLOSED + "." + reason;
    }

    static String calls(CallOutcome outcome) {
        return CALLS + "." + outcome;
    }

    static String inquiries(InquiryKind kind) {
        return INQUIRIES + "." + kind;
    }

    static String harm(HarmFinding finding) {
        return HARM + "." + finding;
    }

    void add() {
        reach();
        for (NotToldReason reason : NotToldReason.values()) {
            ledger.count(
                    notTold(reason),
                    reason.label(),
                    Unit.PERSONS,
                    in(UnionFigures::notTold, reason),
                    "union.notTold." + reason);
        }
        closed();
        deliveries();
        calls();
        List<Figure> inquiries = new ArrayList<>();
        for (InquiryKind kind : InquiryKind.values()) {
            inquiries.add(ledger.count(
                    inquiries(kind),
                    kind.label(),
                    Unit.RECORDS,
                    in(UnionFigures::inquiries, kind),
                    "union.inquiries." + kind));
        }
        ledger.sum(INQUIRIES, "お問い合わせ等の件数（累計）", Unit.RECORDS, inquiries);
        List<Figure> harm = new ArrayList<>();
        for (HarmFinding finding : HarmFinding.values()) {
            harm.add(ledger.count(
                    harm(finding),
                    finding.label(),
                    Unit.RECORDS,
                    in(UnionFigures::harm, finding),
                    "union.harm." + finding));
        }
        ledger.sum(HARM, "被害に関する申出の件数（累計）", Unit.RECORDS, harm);
    }

    private void reach() {
        List<Figure> all = new ArrayList<>();
        List<Figure> told = new ArrayList<>();
        List<Figure> notTold = new ArrayList<>();
        for (Reach reach : Reach.values()) {
            Figure figure = ledger.count(
                    reach(reach), labelOf(reach), Unit.PERSONS, in(UnionFigures::reach, reach), "union.reach." + reach);
            all.add(figure);
            (reach.isNotTold() ? notTold : told).add(figure);
        }
        ledger.total(
                LeakFigures.RECIPIENTS,
                "対象のお客様（実人数）",
                Unit.PERSONS,
                union.map(UnionFigures::recipients).orElse(null),
                "union.recipients",
                FigureBook.parts(all));
        ledger.sum(TOLD, "通知の送信・発送その他の措置を終えたお客様", Unit.PERSONS, told);
        ledger.sum(NOT_TOLD, "個別通知が未了のお客様", Unit.PERSONS, notTold);
    }

    /** The waiting time is part of the statement and so is printed with it. */
    private String labelOf(Reach reach) {
        return noReturnAfter
                .filter(waiting -> reach == Reach.NO_RETURN)
                .map(waiting -> String.format(
                        Locale.ROOT, "送信済み（%d日間不達通知なし）・発送済み（%d日間返戻なし）", waiting.emailDays(), waiting.letterDays()))
                .orElse(reach.label());
    }

    private void closed() {
        List<Figure> closed = new ArrayList<>();
        for (ClosingReason reason : ClosingReason.values()) {
            closed.add(ledger.count(
                    closed(reason),
                    reason.label(),
                    Unit.PERSONS,
                    in(UnionFigures::closed, reason),
                    "union.closed." + reason));
        }
        ledger.sum(CLOSED, "個別通知を終了したお客様", Unit.PERSONS, closed);
    }

    private void calls() {
        List<Figure> calls = new ArrayList<>();
        for (CallOutcome outcome : CallOutcome.values()) {
            calls.add(ledger.count(
                    calls(outcome),
                    outcome.label(),
                    Unit.RECORDS,
                    in(UnionFigures::calls, outcome),
                    "union.calls." + outcome));
        }
        ledger.sum(CALLS, "架電の件数（累計）", Unit.RECORDS, calls);
    }

    private void deliveries() {
        for (Channel channel : Channel.values()) {
            for (DeliveryState state : DeliveryState.values()) {
                ledger.count(
                        delivery(channel, state),
                        channel.label() + "：" + state.label(),
                        Unit.MESSAGES,
                        union.map(figures -> figures.deliveries()
                                        .getOrDefault(channel, Map.of())
                                        .getOrDefault(state, 0L))
                                .orElse(null),
                        "union.deliveries.%s.%s".formatted(channel, state));
            }
        }
    }

    private <K> @Nullable Long in(Function<UnionFigures, Map<K, Long>> counts, K key) {
        return union.map(counts).map(found -> found.getOrDefault(key, 0L)).orElse(null);
    }
}

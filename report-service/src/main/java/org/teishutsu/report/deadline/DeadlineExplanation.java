package org.teishutsu.report.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.time.BusinessCalendar;
import org.teishutsu.report.order.AsOfRule;
import org.teishutsu.report.order.InstructionKind;
import org.teishutsu.report.order.InstructionView;
import org.teishutsu.report.order.OrderView;
import org.teishutsu.report.order.Roll;

/**
 * Why a deadline has the dates it has: each date with its rule, what went into it, every closed day it met, and the
 * document it comes from.
 *
 * @param provisionalYears years touched whose holidays the Cabinet Office has not published yet
 */
record DeadlineExplanation(DeadlineView deadline, Inputs inputs, List<Step> steps, List<Integer> provisionalYears) {

    private static final Source CLOSED_DAYS = new Source(Source.Kind.STATUTE, "行政機関の休日に関する法律第1条", null, null);

    private static final Source FIRM = new Source(Source.Kind.FIRM, "社内期限及び基準日の定め", null, null);

    /**
     * What the order and the instructions that stand say about this report.
     *
     * @param anchor the date the order fixes for the first report
     * @param months from the anchor to this report
     * @param dayOfMonth as an instruction fixes it; null: the anchor's
     * @param extendedTo the date an instruction fixes for this report alone
     */
    record Inputs(
            LocalDate anchor,
            int intervalMonths,
            int months,
            @Nullable Integer dayOfMonth,
            @Nullable LocalDate extendedTo,
            AsOfRule asOfRule,
            @Nullable Roll roll) {}

    /** One of the dates: {@code nominal}, {@code safe}, {@code latest}, {@code lastDay} or {@code asOfDate}. */
    record Step(String date, LocalDate value, String rule, List<ClosedDay> closedDays, List<Source> sources) {}

    /** A day on which government offices are closed, and why, in the words a document prints. */
    record ClosedDay(LocalDate date, String why) {}

    /** The document a rule comes from; {@code officer} for an instruction. */
    record Source(
            Kind kind,
            String document,
            @Nullable LocalDate dated,
            @Nullable String officer) {
        /** What kind of document. */
        enum Kind {
            ORDER,
            INSTRUCTION,
            /** 行政機関の休日に関する法律 art. 1. */
            STATUTE,
            /** The firm's own: plans and alarms run ahead of what the bureau asks. */
            FIRM
        }
    }

    static DeadlineExplanation of(OrderView order, Terms terms, DeadlineView deadline, BusinessCalendar calendar) {
        return new Explaining(order, terms, deadline, calendar).explanation();
    }

    private record Explaining(OrderView order, Terms terms, DeadlineView deadline, BusinessCalendar calendar) {

        DeadlineExplanation explanation() {
            List<Step> steps = List.of(nominal(), safe(), latest(), lastDay(), asOf());
            return new DeadlineExplanation(deadline, inputs(), steps, provisionalYears(steps));
        }

        private Inputs inputs() {
            int number = deadline.number();
            return new Inputs(
                    terms.anchor(),
                    terms.interval(number),
                    terms.months(number),
                    terms.day(number).orElse(null),
                    terms.extension(number).map(InstructionView::extendedTo).orElse(null),
                    terms.asOfRule(number),
                    deadline.roll());
        }

        private Step nominal() {
            int number = deadline.number();
            Optional<InstructionView> extension = terms.extension(number);
            List<Source> sources = new ArrayList<>();
            sources.add(fromOrder());
            if (extension.isPresent()) {
                sources.add(from(extension.get()));
                return new Step("nominal", deadline.nominal(), "the date an instruction fixes", List.of(), sources);
            }
            for (int each = 1; each <= number; each++) {
                terms.last(InstructionKind.INTERVAL, each)
                        .map(Explaining::from)
                        .filter(source -> !sources.contains(source))
                        .ifPresent(sources::add);
            }
            terms.last(InstructionKind.DAY_OF_MONTH, number)
                    .map(Explaining::from)
                    .ifPresent(sources::add);
            return new Step("nominal", deadline.nominal(), nominalRule(number), List.of(), sources);
        }

        private String nominalRule(int number) {
            String day = terms.day(number).map(fixed -> ", day " + fixed).orElse("");
            String reading = switch (deadline.reading()) {
                case CLIPPED -> ", clipped to the month's end";
                case EARLIER_OF_TWO -> ", the earlier of its day and the month's end";
                case PLAIN, EXTENDED -> "";
            };
            return "the first report's date + " + terms.months(number) + " months" + day + reading;
        }

        private Step safe() {
            return new Step(
                    "safe",
                    deadline.safe(),
                    "the nearest open day on or before nominal; plans, reminders and alarms run on it, 17:00",
                    closed(deadline.safe(), deadline.nominal()),
                    List.of(CLOSED_DAYS, FIRM));
        }

        private Step latest() {
            return new Step(
                    "latest",
                    deadline.latest(),
                    "the next open day on or after nominal; counts only if the bureau has said so",
                    closed(deadline.nominal(), deadline.latest()),
                    List.of(CLOSED_DAYS));
        }

        private Step lastDay() {
            Roll roll = deadline.roll();
            if (roll == null) {
                return new Step(
                        "lastDay",
                        deadline.nominal(),
                        "nominal: no instruction says that a date on a closed day rolls",
                        List.of(),
                        List.of(fromOrder()));
            }
            return new Step(
                    "lastDay",
                    roll == Roll.NEXT ? deadline.latest() : deadline.safe(),
                    "an instruction rolls a date on a closed day to the " + (roll == Roll.NEXT ? "next" : "previous")
                            + " open day",
                    List.of(),
                    from(InstructionKind.ROLL));
        }

        private Step asOf() {
            AsOfRule rule = terms.asOfRule(deadline.number());
            String words = switch (rule.kind()) {
                case OPEN_DAYS_BEFORE -> "24:00 of open day no. " + rule.count() + " before safe";
                case DAY_OF_MONTH -> "24:00 of the last day " + rule.count() + " of a month before safe";
            };
            List<Source> sources = from(InstructionKind.AS_OF);
            return new Step(
                    "asOfDate",
                    deadline.asOfDate(),
                    words,
                    closed(deadline.asOfDate(), deadline.safe()),
                    sources.isEmpty() ? List.of(FIRM) : sources);
        }

        private List<ClosedDay> closed(LocalDate from, LocalDate to) {
            return from.datesUntil(to.plusDays(1))
                    .flatMap(day -> calendar.closedBecause(day).map(why -> new ClosedDay(day, why)).stream())
                    .toList();
        }

        private List<Integer> provisionalYears(List<Step> steps) {
            TreeSet<Integer> years = new TreeSet<>();
            steps.stream()
                    .map(Step::value)
                    .filter(calendar::isProvisional)
                    .map(LocalDate::getYear)
                    .forEach(years::add);
            return List.copyOf(years);
        }

        private Source fromOrder() {
            return new Source(Source.Kind.ORDER, order.documentNumber(), order.issuedOn(), null);
        }

        private List<Source> from(InstructionKind kind) {
            return terms.last(kind, deadline.number()).stream()
                    .map(Explaining::from)
                    .toList();
        }

        private static Source from(InstructionView instruction) {
            return new Source(
                    Source.Kind.INSTRUCTION,
                    instruction.documentNumber(),
                    instruction.receivedOn(),
                    instruction.officer());
        }
    }
}

package org.teishutsu.report.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.filing.SectionDraft.Table;
import org.teishutsu.report.filing.content.Section;
import org.teishutsu.report.order.AsOfRule;
import org.teishutsu.report.order.Clause;
import org.teishutsu.report.order.InstructionKind;
import org.teishutsu.report.order.InstructionView;
import org.teishutsu.report.order.InstructionView.Answer;
import org.teishutsu.report.order.Roll;

/** What the bureau instructed and asked, and what the firm answered, as recorded up to the as-of instant. */
final class BureauSection {
    private static final String TITLE = "当局からの指示・照会及び回答";

    private final FilingFacts facts;

    BureauSection(FilingFacts facts) {
        this.facts = facts;
    }

    Section section(String number) {
        SectionDraft section = new SectionDraft(number, TITLE);
        List<InstructionView> received = facts.instructions().stream()
                .filter(each -> facts.inPeriod(each.recordedAt()))
                .toList();
        if (received.isEmpty()) {
            section.say("%sから報告対象期間中に受けた指示及び照会として記録したものはない。", facts.order().authority());
        } else {
            section.say("%sから報告対象期間中に受けた指示及び照会は、次表のとおりである。", facts.order().authority());
            section.table(table("報告対象期間中に受けた指示・照会", received));
        }
        List<InstructionView> carried = facts.instructions().stream()
                .filter(each -> !facts.inPeriod(each.recordedAt()))
                .filter(this::stillMoves)
                .toList();
        if (!carried.isEmpty()) {
            section.say("前回報告までに受けた指示及び照会のうち、報告対象期間中に回答したもの又は回答を終えていないものは、次表のとおりである。");
            section.table(table("前回報告までに受けた指示・照会", carried));
        }
        requests(section);
        return section.done();
    }

    /** What the bureau has asked for about reports it has, and the answers. */
    private void requests(SectionDraft section) {
        if (facts.requests().isEmpty()) {
            return;
        }
        section.say("提出済みの報告書に対する補正及び追加資料の求め並びにその対応は、次表のとおりである。");
        Table table = new Table("補正及び追加資料の求め")
                .text("受領日", 3)
                .text("担当官", 4)
                .text("区分", 3)
                .text("内容", 7)
                .text("期限", 3)
                .text("対応", 6);
        for (BureauRequest.View each : facts.requests()) {
            String answer = each.answer();
            table.row(
                    Wording.shortDate(each.receivedOn()),
                    each.askedBy(),
                    each.kind().label(),
                    Wording.oneLine(each.text()),
                    Wording.shortDate(each.dueOn()),
                    answer == null || each.answeredOn() == null
                            ? "対応中"
                            : Wording.shortDate(each.answeredOn()) + "　" + Wording.oneLine(answer));
        }
        section.table(table);
    }

    /** Answered in this period, or a question without an answer. */
    private boolean stillMoves(InstructionView instruction) {
        return instruction.answers().stream().anyMatch(answer -> facts.inPeriod(answer.recordedAt()))
                || (instruction.kind() == InstructionKind.QUESTION
                        && instruction.answers().isEmpty());
    }

    private static Table table(String caption, List<InstructionView> instructions) {
        Table table = new Table(caption)
                .text("受領日", 3)
                .text("文書番号（担当官）", 4)
                .text("区分", 3)
                .text("内容", 8)
                .text("回答", 6);
        for (InstructionView each : instructions) {
            table.row(
                    Wording.shortDate(each.receivedOn()),
                    each.citation(),
                    each.kind().label(),
                    Stream.of(effect(each), Wording.oneLine(each.text()))
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining("　")),
                    answers(each));
        }
        return table;
    }

    private static String answers(InstructionView instruction) {
        if (instruction.answers().isEmpty()) {
            return instruction.kind() == InstructionKind.QUESTION ? "未回答" : "－";
        }
        List<String> lines = new ArrayList<>();
        for (Answer answer : instruction.answers()) {
            lines.add(Wording.shortDate(answer.answeredOn()) + "　" + Wording.oneLine(answer.text()));
        }
        return String.join("　", lines);
    }

    /** What it changes, in words; null if it changes no date. */
    private static @Nullable String effect(InstructionView instruction) {
        if (instruction.kind() == InstructionKind.AMENDMENT) {
            return instruction.clauses().stream().map(Clause::citation).collect(Collectors.joining("、", "", "の変更"));
        }
        Integer from = instruction.fromReport();
        if (from == null) {
            return null;
        }
        String report = from == 0 ? "初回報告" : "第%d回報告".formatted(from);
        return switch (instruction.kind()) {
            case INTERVAL -> report + "から%dか月ごと".formatted(instruction.intervalMonths());
            case DAY_OF_MONTH -> report + "から毎回%d日".formatted(instruction.dayOfMonth());
            case AS_OF -> report + "から基準日は" + asOf(Objects.requireNonNull(instruction.asOfRule()));
            case ROLL -> report + "から休日に当たるときは" + (instruction.roll() == Roll.NEXT ? "翌開庁日" : "前開庁日");
            case EXTENSION -> report + "の期限は" + Wording.date(Objects.requireNonNull(instruction.extendedTo()));
            case AMENDMENT, INSTRUCTION, QUESTION -> null;
        };
    }

    private static String asOf(AsOfRule rule) {
        return switch (rule.kind()) {
            case OPEN_DAYS_BEFORE -> "社内期限の%d開庁日前".formatted(rule.count());
            case DAY_OF_MONTH -> "直前の%d日".formatted(rule.count());
        };
    }
}

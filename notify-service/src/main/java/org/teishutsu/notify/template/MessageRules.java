package org.teishutsu.notify.template;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.teishutsu.common.figures.Channel;
import org.teishutsu.common.font.Printable;
import org.teishutsu.common.problem.Violation;
import org.teishutsu.notify.letter.LetterText;

/** What every message must hold and none may, tried on a made-up recipient with two incidents. */
final class MessageRules {

    private static final int LONGEST_SUBJECT = 100;

    /** Without these a reader could not tell that it is for him, from whom, or whom to ask. */
    private static final List<String> NEEDED =
            List.of("{recipient.inquiryNumber}", "{today}", "{firm.name}", "{firm.deskPhone}");

    /** Without the day a reader could not tell which message is put right. */
    private static final String SAID_ON = "{message.on}";

    private static final String ADDRESSED = "{recipient.addressed}";
    private static final List<String> MARKS =
            List.of(LetterText.SUBJECT, LetterText.RIGHT, LetterText.CENTRED, LetterText.HEADING);
    private static final String MARK_BEGINS = "［";

    private static final LocalDate DAY = LocalDate.of(2000, 1, 1);

    static final MessageData EXAMPLE = new MessageData(
            new MessageData.Addressee("例 示子", false, "AAAAA-AAAAA"),
            DAY,
            new MessageData.Firm("例示株式会社", "例示県", "例示役", "例 示男", "例示部", "000-000", "例示時間"),
            List.of(
                    incident("例示の一", new MessageData.Item("項目甲", ""), new MessageData.Item("項目乙", "備考")),
                    incident("例示の二", new MessageData.Item("項目丙", ""))),
            Set.of("NAME", "EMAIL"),
            "例示の被害",
            "例示の対応");

    private static final MessageData.Item WRONG = new MessageData.Item("項目戊", "");

    /** Of whom less leaked than he was told. */
    static final MessageData LESS = correction(EXAMPLE.incidents(), EXAMPLE.leaked());

    /** Who turned out not to be affected. */
    static final MessageData NOTHING = correction(List.of(), Set.of());

    private static final List<String> EXAMPLE_LIST = List.of("■ 例示の一", "・項目甲", "・項目乙（備考）", "■ 例示の二", "・項目丙");

    private MessageRules() {}

    private static MessageData correction(List<MessageData.Incident> holds, Set<String> leaked) {
        List<MessageData.Listed> wrong = List.of(new MessageData.Listed("例示の一", List.of(WRONG)));
        return new MessageData(
                EXAMPLE.recipient(),
                DAY,
                EXAMPLE.firm(),
                holds,
                leaked,
                EXAMPLE.damage(),
                EXAMPLE.measures(),
                new MessageData.Correction(
                        List.of(new MessageData.Said(DAY.minusDays(1), Channel.EMAIL, wrong)), wrong, "例示の経過"));
    }

    private static MessageData.Incident incident(String title, MessageData.Item... items) {
        return new MessageData.Incident(
                title,
                DAY,
                DAY,
                DAY,
                DAY,
                "例示調査",
                "例示の原因",
                "例示の経緯",
                List.of(items),
                List.of(new MessageData.NotLeaked("項目丁", DAY, "注記")));
    }

    static List<Violation> ofSubject(String subject) {
        List<Violation> violations = new ArrayList<>();
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            violations.add(new Violation("subject", "must have 1 to " + LONGEST_SUBJECT + " characters"));
        }
        if (!subject.equals(PrintedText.line(subject))) {
            violations.add(new Violation("subject", "must be one line without control characters"));
        }
        if (subject.contains("{")) {
            violations.add(new Violation("subject", "has no placeholders: it says nothing of whom it is about"));
        }
        if (PrintedText.hasLink(subject)) {
            violations.add(new Violation("subject", "must not hold a link"));
        }
        return violations;
    }

    /** The rules about a whole message; its placeholders are known to be right. */
    static List<Violation> ofBody(TemplateRequest request, MessageText text) {
        String body = request.body();
        List<Violation> violations = new ArrayList<>();
        for (String needed : NEEDED) {
            if (!body.contains(needed)) {
                violations.add(new Violation("body", "must use the placeholder " + needed));
            }
        }
        String example = text.body(request.meant() == TemplatePurpose.CORRECTION ? LESS : EXAMPLE);
        if (PrintedText.hasLink(example)) {
            violations.add(new Violation("body", "must not hold a link"));
        }
        List<String> list = example.lines()
                .filter(line -> line.startsWith("・") || line.startsWith("■"))
                .toList();
        if (!list.equals(EXAMPLE_LIST)) {
            violations.add(new Violation(
                    "body",
                    "must list each incident as a line \"■ title\" and below it each item as a line \"・label（remark）\","
                            + " and begin no other line with ■ or ・"));
        }
        if (request.written() == Language.JA && !example.endsWith("以上\n")) {
            violations.add(new Violation("body", "must end with 以上"));
        }
        if (request.meant() == TemplatePurpose.CORRECTION) {
            violations.addAll(ofCorrection(body, example, text.body(NOTHING)));
        }
        violations.addAll(request.channel() == TemplateChannel.LETTER ? ofLetter(body) : ofMail(body));
        return violations;
    }

    /** It says what was said when, and what of it is taken back; to whom nothing is left it lists nothing. */
    private static List<Violation> ofCorrection(String body, String less, String nothing) {
        List<Violation> violations = new ArrayList<>();
        if (!body.contains(SAID_ON)) {
            violations.add(new Violation("body", "must use the placeholder " + SAID_ON));
        }
        if (!less.contains(WRONG.label()) || !nothing.contains(WRONG.label())) {
            violations.add(new Violation("body", "must name each item that is taken back"));
        }
        if (nothing.lines().anyMatch(line -> line.startsWith("・") || line.startsWith("■"))) {
            violations.add(new Violation(
                    "body", "must begin no line with ■ or ・ for who is not affected: these are what did leak"));
        }
        if (nothing.strip().equals(less.strip())) {
            violations.add(
                    new Violation("body", "must say something else to who is not affected: use {#if incidents}"));
        }
        return violations;
    }

    private static List<Violation> ofMail(String body) {
        return body.contains(ADDRESSED)
                ? List.of()
                : List.of(new Violation("body", "must use the placeholder " + ADDRESSED));
    }

    /** The name stands above the letter in any case; in it, it needs a line of its own, for names differ in length. */
    private static List<Violation> ofLetter(String body) {
        List<Violation> violations = new ArrayList<>();
        List<String> lines = body.lines().toList();
        if (lines.stream().filter(LetterText.SUBJECT::equals).count() != 1) {
            violations.add(new Violation("body", "must have one line that is " + LetterText.SUBJECT));
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String place = "line " + (i + 1) + ": ";
            if (line.startsWith(MARK_BEGINS) && MARKS.stream().noneMatch(line::startsWith)) {
                violations.add(
                        new Violation("body", place + "begins with ［ but with none of " + String.join(" ", MARKS)));
            }
            if (line.startsWith(LetterText.SUBJECT) && !line.equals(LetterText.SUBJECT)) {
                violations.add(new Violation("body", place + LetterText.SUBJECT + " must stand alone on its line"));
            }
            Printable.firstUnprintable(Printable.normalise(line))
                    .ifPresent(c -> violations.add(
                            new Violation("body", place + Printable.nameOf(c) + " is in none of the fonts")));
            if (line.contains(ADDRESSED) && !line.strip().equals(ADDRESSED)) {
                violations.add(new Violation("body", place + ADDRESSED + " must stand alone on its line"));
            }
        }
        return violations;
    }
}

package org.teishutsu.report.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.teishutsu.report.order.AsOfRule;
import org.teishutsu.report.order.InstructionKind;
import org.teishutsu.report.order.InstructionView;
import org.teishutsu.report.order.Roll;

/** Instructions of the bureau that change one thing each. */
public final class InstructionFixtures {
    private static final Instant RECORDED = Instant.parse("2017-08-20T00:00:00Z");

    private InstructionFixtures() {}

    public static InstructionView roll(int from, Roll roll) {
        return instruction(InstructionKind.ROLL, from, null, null, null, roll, null);
    }

    public static InstructionView interval(int from, int months) {
        return instruction(InstructionKind.INTERVAL, from, months, null, null, null, null);
    }

    public static InstructionView day(int from, int day) {
        return instruction(InstructionKind.DAY_OF_MONTH, from, null, day, null, null, null);
    }

    public static InstructionView asOf(int from, AsOfRule rule) {
        return instruction(InstructionKind.AS_OF, from, null, null, rule, null, null);
    }

    public static InstructionView extension(int report, LocalDate to) {
        return instruction(InstructionKind.EXTENSION, report, null, null, null, null, to);
    }

    private static InstructionView instruction(
            InstructionKind kind,
            Integer from,
            Integer months,
            Integer day,
            AsOfRule asOf,
            Roll roll,
            LocalDate extendedTo) {
        return new InstructionView(
                UUID.randomUUID(),
                new UUID(0, 1),
                "関財金7第99号",
                "証券監督第三課 見本",
                LocalDate.of(2017, 8, 18),
                kind,
                "指示の内容",
                from,
                months,
                day,
                asOf,
                roll,
                extendedTo,
                List.of(),
                null,
                List.of(),
                RECORDED,
                "officer");
    }
}

package org.teishutsu.report.measure;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.time.BusinessCalendar;

/**
 * What a measure is to be.
 *
 * @param extra what a sheet said in columns of its own, header to value
 */
record MeasurePlan(
        String title,
        String owner,
        List<Integer> clauses,
        String verification,
        List<StagePlan> stages,
        Map<String, SheetValue> extra) {
    MeasurePlan {
        clauses = List.copyOf(clauses);
        stages = List.copyOf(stages);
        extra = new TreeMap<>(extra);
    }

    /** The stages go one way: each once, in their order, and none due before the one it follows. */
    void requireConsistent() {
        Set<Stage> seen = EnumSet.noneOf(Stage.class);
        @Nullable StagePlan last = null;
        @Nullable StagePlan lastDue = null;
        for (StagePlan plan : stages) {
            if (!seen.add(plan.stage())) {
                throw ProblemException.invalid("stages", plan.stage() + " is there twice");
            }
            if (last != null && plan.stage().compareTo(last.stage()) < 0) {
                throw ProblemException.invalid("stages", plan.stage() + " must not come after " + last.stage());
            }
            last = plan;
            if (plan.due() != null) {
                requireOrder(plan.stage(), plan.due(), lastDue);
                lastDue = plan;
            }
        }
        if (clauses.stream().distinct().count() < clauses.size()) {
            throw ProblemException.invalid("clauses", "names one of them twice");
        }
    }

    private static void requireOrder(Stage stage, LocalDate due, @Nullable StagePlan before) {
        if (before != null && before.due() != null && due.isBefore(before.due())) {
            throw ProblemException.invalid(
                    "stages",
                    "%s must not be due before %s, which is due on %s".formatted(stage, before.stage(), before.due()));
        }
        if (!BusinessCalendar.japan().covers(due.plusYears(1))) {
            throw ProblemException.invalid("stages", stage + " is due where holidays are not known yet");
        }
    }
}

package org.teishutsu.report.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.measure.MeasureView.StageView;

/**
 * All that was recorded of one measure, each list in the order it was recorded.
 *
 * @param plans at least the first
 */
record MeasureRecords(Measure measure, List<Plan> plans, List<Progress> progress, List<Slip> slips) {

    /** What had been recorded up to an instant; without any plan if the measure was not there yet. */
    MeasureRecords knownAt(Instant asOf) {
        return new MeasureRecords(
                measure,
                plans.stream().filter(each -> each.knownAt(asOf)).toList(),
                progress.stream().filter(each -> each.knownAt(asOf)).toList(),
                slips.stream().filter(each -> each.knownAt(asOf)).toList());
    }

    /** What there was at a revision. */
    MeasureRecords at(int revision) {
        IntPredicate upTo = number -> number <= revision;
        return new MeasureRecords(
                measure,
                plans.stream().filter(each -> upTo.test(each.number())).toList(),
                progress.stream().filter(each -> upTo.test(each.revision())).toList(),
                slips.stream().filter(each -> upTo.test(each.revision())).toList());
    }

    /** The plan that holds, with the dates that slips have set since it was made. */
    MeasurePlan plan() {
        Plan last = plans.get(plans.size() - 1);
        Map<Stage, LocalDate> slipped = new EnumMap<>(Stage.class);
        slips.stream()
                .filter(slip -> slip.revision() > last.number())
                .map(Slip::view)
                .forEach(slip -> slipped.put(slip.stage(), slip.newDue()));
        MeasurePlan plan = last.plan();
        return new MeasurePlan(
                plan.title(),
                plan.owner(),
                plan.clauses(),
                plan.verification(),
                plan.stages().stream()
                        .map(each -> new StagePlan(
                                each.stage(),
                                slipped.getOrDefault(each.stage(), each.due()),
                                each.notApplicableReason()))
                        .toList(),
                plan.extra());
    }

    MeasureView view() {
        MeasurePlan plan = plan();
        List<ProgressView> entries = progress.stream().map(Progress::view).toList();
        Map<Stage, LocalDate> done = new EnumMap<>(Stage.class);
        for (ProgressView entry : entries) {
            if (entry.stage() != null && entry.doneOn() != null) {
                done.putIfAbsent(entry.stage(), entry.doneOn());
            }
        }
        Stage furthest = done.isEmpty() ? null : Collections.max(done.keySet());
        return new MeasureView(
                measure.id(),
                measure.orderId(),
                revision(),
                plan.title(),
                plan.owner(),
                plan.clauses(),
                plan.verification(),
                furthest,
                stages(plan, done, furthest),
                entries,
                slips.stream().map(Slip::view).toList(),
                measure.recordedAt(),
                measure.recordedBy());
    }

    private List<StageView> stages(MeasurePlan plan, Map<Stage, LocalDate> done, @Nullable Stage furthest) {
        Map<Stage, LocalDate> first = new EnumMap<>(Stage.class);
        plans.stream()
                .flatMap(each -> each.plan().stages().stream())
                .filter(stage -> stage.due() != null)
                .forEach(stage -> first.putIfAbsent(stage.stage(), stage.due()));
        return plan.stages().stream()
                .map(each -> new StageView(
                        each.stage(),
                        each.due(),
                        each.due() == null ? null : first.get(each.stage()),
                        done.get(each.stage()),
                        each.notApplicableReason(),
                        furthest != null && each.stage().compareTo(furthest) <= 0))
                .toList();
    }

    private int revision() {
        return Stream.of(
                        plans.stream().map(Plan::number),
                        progress.stream().map(Progress::revision),
                        slips.stream().map(Slip::revision))
                .flatMap(each -> each)
                .max(Integer::compare)
                .orElse(0);
    }
}

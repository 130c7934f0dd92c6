package org.teishutsu.report.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.common.problem.Violation;
import org.teishutsu.report.measure.MeasureView.StageView;

/** What has become of a measure since a revision, for the one who looked at that. */
final class MeasureChanges {
    private MeasureChanges() {}

    /**
     * Refuses what was decided looking at an earlier revision, and says what is new since and who did it.
     *
     * @param lookedAt null if the caller does not say
     */
    static void requireCurrent(MeasureRecords records, @Nullable Integer lookedAt) {
        int revision = records.measure().revision();
        if (lookedAt == null || lookedAt == revision) {
            return;
        }
        if (lookedAt < 1 || lookedAt > revision) {
            throw ProblemException.invalid(
                    "revision", "there is no revision " + lookedAt + ": the last is " + revision);
        }
        throw new ProblemException(
                ProblemType.CHANGED_SINCE,
                "The measure is at revision %d: %s changed it since revision %d. Look at it again."
                        .formatted(revision, String.join(", ", by(records, lookedAt)), lookedAt),
                between(records.at(lookedAt).view(), records.view()));
    }

    private static List<String> by(MeasureRecords records, int since) {
        return Stream.of(
                        records.plans().stream()
                                .filter(each -> each.number() > since)
                                .map(Plan::recordedBy),
                        records.slips().stream()
                                .filter(each -> each.revision() > since)
                                .map(Slip::recordedBy),
                        records.progress().stream()
                                .filter(each -> each.revision() > since)
                                .map(Progress::recordedBy))
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    private static List<Violation> between(MeasureView before, MeasureView now) {
        List<Violation> changes = new ArrayList<>();
        add(changes, "title", before.title(), now.title());
        add(changes, "owner", before.owner(), now.owner());
        add(changes, "verification", before.verification(), now.verification());
        add(changes, "clauses", before.clauses(), now.clauses());
        for (StageView stage : now.stages()) {
            StageView was = before.find(stage.stage())
                    .orElseGet(() -> new StageView(stage.stage(), null, null, null, null, false));
            String field = "stages." + stage.stage();
            add(changes, field + ".due", was.due(), stage.due());
            add(changes, field + ".doneOn", was.doneOn(), stage.doneOn());
            add(changes, field + ".notApplicableReason", was.notApplicableReason(), stage.notApplicableReason());
        }
        return changes;
    }

    private static void add(List<Violation> changes, String field, @Nullable Object before, @Nullable Object now) {
        if (!Objects.equals(before, now)) {
            changes.add(new Violation(field, "was %s, is now %s".formatted(shown(before), shown(now))));
        }
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "not set" : "「" + value + "」";
    }
}

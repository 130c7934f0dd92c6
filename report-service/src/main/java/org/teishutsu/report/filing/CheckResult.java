package org.teishutsu.report.filing;

import org.jspecify.annotations.Nullable;
import org.teishutsu.report.filing.content.FirmCopy;
import org.teishutsu.report.filing.content.FirmCopy.Outcome;
import org.teishutsu.report.filing.content.FirmCopy.Severity;

/**
 * What one check found, and who let it pass all the same.
 *
 * @param compared what was set against what, with the values
 */
record CheckResult(
        CheckName name,
        String label,
        Severity severity,
        Outcome outcome,
        String compared,
        FilingOverride.@Nullable View override) {

    static CheckResult of(CheckName name, Outcome outcome, String compared) {
        return new CheckResult(name, name.label(), name.severity(), outcome, compared, null);
    }

    CheckResult overriddenBy(FilingOverride.@Nullable View by) {
        return new CheckResult(name, label, severity, outcome, compared, by);
    }

    /** Whether it stands in the way of the approval. */
    boolean blocks() {
        return severity == Severity.BLOCKING && outcome == Outcome.FAILED && override == null;
    }

    FirmCopy.Check printed() {
        return new FirmCopy.Check(
                name.name(),
                label,
                severity,
                outcome,
                compared,
                override == null ? null : override.reason(),
                override == null ? null : override.by());
    }
}

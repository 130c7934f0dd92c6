package org.teishutsu.report.filing.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only the firm's own copy (控) shows besides the content: the checks with their overrides, and which bytes were
 * handed in.
 *
 * @param submissionSha256 of the 提出用 bytes, 64 lower-case hex digits
 */
public record FirmCopy(List<Check> checks, String submissionSha256) {
    public FirmCopy {
        checks = List.copyOf(checks);
        if (!submissionSha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "submissionSha256 must be 64 lower-case hex digits, was " + submissionSha256);
        }
    }

    /** Whether a failed check stops the approval. */
    public enum Severity {
        BLOCKING,
        WARNING
    }

    /** What a check found. */
    public enum Outcome {
        PASSED,
        FAILED,
        NOT_APPLICABLE
    }

    /**
     * One check before approval.
     *
     * @param name its code, such as {@code COMBINATIONS_SUM}
     * @param label its name in Japanese, as printed
     * @param compared what was set against what, with the values
     * @param overrideReason why it was overridden; null if it was not
     * @param overriddenBy who did; null exactly if there is no reason
     */
    public record Check(
            String name,
            String label,
            Severity severity,
            Outcome outcome,
            String compared,
            @Nullable String overrideReason,
            @Nullable String overriddenBy) {
        public Check {
            Text.line("check name", name);
            Text.line("check label", label);
            compared = Text.paragraphs("what check %s compared".formatted(name), compared);
            if ((overrideReason == null) != (overriddenBy == null)) {
                throw new IllegalArgumentException(
                        "check %s must have both an override reason and who overrode it, or neither".formatted(name));
            }
            if (overrideReason != null && overriddenBy != null) {
                overrideReason = Text.paragraphs("override reason of " + name, overrideReason);
                Text.line("who overrode " + name, overriddenBy);
            }
        }
    }
}

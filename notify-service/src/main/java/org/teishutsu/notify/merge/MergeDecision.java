package org.teishutsu.notify.merge;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Whether two recipients are one, and why. */
record MergeDecision(
        @NotNull Verdict decision,
        @NotBlank @Size(max = 1000) String reason) {

    enum Verdict {
        MERGE,
        KEEP_APART
    }
}

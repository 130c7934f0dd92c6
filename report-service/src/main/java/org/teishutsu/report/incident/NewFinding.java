package org.teishutsu.report.incident;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.platform.Prose;
import org.teishutsu.report.platform.SingleLine;

/**
 * What an officer enters of a finding.
 *
 * @param text in である, printed in filings as it stands; of a NOT_LEAKED in brackets behind the item
 * @param item the leak item of a NOT_LEAKED, exactly then
 * @param investigator who made an INVESTIGATION, exactly then
 * @param on the day it was found out
 * @param corrects the entry this one takes the place of, if any
 */
record NewFinding(
        @NotNull FindingKind kind,
        @NotBlank @Prose @Size(max = 4000) String text,
        @SingleLine @Nullable String item,
        @SingleLine @Size(max = 200) @Nullable String investigator,
        @NotNull LocalDate on,
        @Nullable UUID corrects) {

    @AssertTrue(message = "item goes with NOT_LEAKED, investigator with INVESTIGATION, and neither with another kind") boolean isWhole() {
        return (kind == FindingKind.NOT_LEAKED) == (item != null)
                && (kind == FindingKind.INVESTIGATION) == (investigator != null);
    }
}

package org.teishutsu.report.measure;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.platform.Prose;

/**
 * When a stage of a measure was first planned to be done.
 *
 * @param due 実施期限; null exactly if the stage does not apply (該当なし), which then needs its reason
 */
@Embeddable
public record StagePlan(
        @NotNull @Enumerated(EnumType.STRING) Stage stage,
        @Nullable LocalDate due,
        @Prose @Size(max = 1000) @Nullable String notApplicableReason) {

    @AssertTrue(message = "a stage has either due or notApplicableReason") boolean isDueOrNotApplicable() {
        boolean reason = notApplicableReason != null && !notApplicableReason.isBlank();
        return (due == null) == reason;
    }
}

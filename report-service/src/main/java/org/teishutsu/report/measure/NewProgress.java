package org.teishutsu.report.measure;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.platform.Prose;

/**
 * What an officer enters of a measure's progress, printed in filings as it stands.
 *
 * @param effect what a verification found; the stage VERIFIED is done with one that is not NOT_EFFECTIVE
 * @param revision the one that was looked at, if that matters
 */
record NewProgress(
        @NotBlank @Prose @Size(max = 4000) String text,
        @Nullable Stage stage,
        @Nullable LocalDate doneOn,
        @Nullable Effect effect,
        @Nullable Integer revision) {

    @AssertTrue(message = "stage and doneOn go together") boolean isStageWithItsDay() {
        return (stage == null) == (doneOn == null);
    }

    @AssertTrue(
            message =
                    "VERIFIED is done with the effect that was found, and not with NOT_EFFECTIVE; no other stage has one")
    boolean isEffectOfAVerification() {
        return stage == Stage.VERIFIED
                ? effect != null && effect != Effect.NOT_EFFECTIVE
                : stage == null || effect == null;
    }
}

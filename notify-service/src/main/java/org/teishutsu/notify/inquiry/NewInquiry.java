package org.teishutsu.notify.inquiry;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.HarmFinding;
import org.teishutsu.common.figures.InquiryKind;

/**
 * What the desk logs of a call.
 *
 * @param inquiryNumber if the caller named it
 * @param identityCheck by which the caller has shown who he is
 * @param notAffected the answer that he is not affected as far as the inquiry of this day shows
 * @param asked in the caller's words; kept sealed, like what was answered
 * @param follows the first entry on the same matter, if this is a later one
 */
record NewInquiry(
        @NotNull Instant receivedAt,
        @NotNull InquiryChannel channel,
        @NotNull InquiryKind kind,
        @Nullable Instant answeredAt,
        @Nullable HarmFinding finding,
        @Nullable String inquiryNumber,
        @Nullable UUID identityCheck,
        @Nullable UUID notAffected,
        @Nullable @Size(max = 4000) String asked,
        @Nullable @Size(max = 4000) String answered,
        @Nullable UUID follows) {

    @AssertTrue(message = "must not lie before receivedAt") boolean isAnsweredAt() {
        return answeredAt == null || receivedAt == null || !answeredAt.isBefore(receivedAt);
    }

    @AssertTrue(message = "is named together with answeredAt") boolean isAnswered() {
        return answered == null || answeredAt != null;
    }

    boolean hasWords() {
        return asked != null || answered != null;
    }

    /** Masked: whoever has the number passes for the recipient. */
    @Override
    public String toString() {
        return "NewInquiry[kind=" + kind + ", ***]";
    }
}

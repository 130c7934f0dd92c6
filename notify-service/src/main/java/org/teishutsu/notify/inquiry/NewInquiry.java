package org.teishutsu.notify.inquiry;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.HarmFinding;
import org.teishutsu.common.figures.InquiryKind;

/**
 * What the desk logs of a call.
 *
 * @param inquiryNumber if the caller named it
 * @param follows the first entry on the same matter, if this is a later one
 */
record NewInquiry(
        @NotNull Instant receivedAt,
        @NotNull InquiryChannel channel,
        @NotNull InquiryKind kind,
        @Nullable Instant answeredAt,
        @Nullable HarmFinding finding,
        @Nullable String inquiryNumber,
        @Nullable UUID follows) {

    @AssertTrue(message = "must not lie before receivedAt") boolean isAnsweredAt() {
        return answeredAt == null || receivedAt == null || !answeredAt.isBefore(receivedAt);
    }

    /** Masked: whoever has the number passes for the recipient. */
    @Override
    public String toString() {
        return "NewInquiry[kind=" + kind + ", ***]";
    }
}

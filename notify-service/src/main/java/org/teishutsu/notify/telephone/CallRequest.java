package org.teishutsu.notify.telephone;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.CallOutcome;

/**
 * A call as the desk records it.
 *
 * @param recipient whom it was to or from; or {@code inquiryNumber}
 * @param identityCheck by which he was told; with TOLD, and only then
 * @param calledAt now, if it is not named
 * @param note for the desk itself; kept sealed
 */
record CallRequest(
        @Nullable UUID recipient,
        @Nullable @Size(max = 100) String inquiryNumber,
        @NotNull CallOutcome outcome,
        @Nullable UUID identityCheck,
        @Nullable Instant calledAt,
        @Nullable @Size(max = 2000) String note) {

    @AssertTrue(message = "is named with TOLD, and only then") boolean isIdentityCheck() {
        return outcome == null || (outcome == CallOutcome.TOLD) == (identityCheck != null);
    }

    @AssertTrue(message = "or inquiryNumber must be named, and not both") boolean isRecipient() {
        return (recipient == null) != (inquiryNumber == null);
    }

    /** Masked: personal data. */
    @Override
    public String toString() {
        return "CallRequest[" + outcome + ", ***]";
    }
}

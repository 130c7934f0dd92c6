package org.teishutsu.notify.inquiry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.HarmFinding;
import org.teishutsu.common.figures.InquiryKind;

/**
 * An inquiry as its readers see it: no personal data.
 *
 * @param byRecipient whether the caller named a recipient's inquiry number
 * @param identityShown whether he has shown who he is
 * @param notAffected the answer that he is not affected, if he got it
 */
record InquiryView(
        UUID id,
        Instant receivedAt,
        InquiryChannel channel,
        InquiryKind kind,
        @Nullable Instant answeredAt,
        @Nullable HarmFinding finding,
        boolean byRecipient,
        boolean identityShown,
        @Nullable UUID notAffected,
        @Nullable UUID follows,
        Instant recordedAt,
        String by) {

    /** An entry with what was said: personal data, for the desk. */
    record Entry(
            InquiryView inquiry,
            @Nullable String asked,
            @Nullable String answered) {

        UUID id() {
            return inquiry.id();
        }

        /** Masked: personal data. */
        @Override
        public String toString() {
            return "Entry[" + id() + "]";
        }
    }
}

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
 */
record InquiryView(
        UUID id,
        Instant receivedAt,
        InquiryChannel channel,
        InquiryKind kind,
        @Nullable Instant answeredAt,
        @Nullable HarmFinding finding,
        boolean byRecipient,
        @Nullable UUID follows,
        Instant recordedAt,
        String by) {}

package org.teishutsu.notify.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.Channel;
import org.teishutsu.common.figures.DeliveryState;
import org.teishutsu.notify.letter.LetterReason;

/**
 * A delivery as it is shown; says nothing of whom it goes to but the recipient's id.
 *
 * @param tryNo a try is a delivery of its own, an attempt a repetition of the same
 * @param changedAt when its last fact was recorded; null while there is none
 * @param by the person who recorded it; null for what the suite did
 * @param reply the mail server's or that person's words
 * @param dueAt when it is tried again, if the mail server put it off
 */
record DeliveryView(
        UUID id,
        UUID campaign,
        UUID recipient,
        Channel channel,
        int tryNo,
        DeliveryState state,
        @Nullable LetterReason addressReason,
        int attempts,
        int resends,
        Instant recordedAt,
        @Nullable Instant changedAt,
        @Nullable String by,
        @Nullable String reply,
        @Nullable Instant dueAt) {}

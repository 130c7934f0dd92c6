package org.teishutsu.notify.campaign;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.Channel;
import org.teishutsu.notify.letter.LetterReason;

/**
 * What one recipient will read.
 *
 * @param addressReason why he gets it by letter; null for an e-mail
 */
record Preview(UUID recipient, Channel channel, @Nullable LetterReason addressReason, String subject, String body) {

    /** Personal data. */
    @Override
    public String toString() {
        return "Preview[" + recipient + "]";
    }
}

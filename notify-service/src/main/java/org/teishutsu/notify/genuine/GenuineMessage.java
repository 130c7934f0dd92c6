package org.teishutsu.notify.genuine;

import java.time.LocalDate;

/**
 * A message as the page shows it; nothing of whom it went to.
 *
 * @param sentOn the day in Japan
 */
record GenuineMessage(LocalDate sentOn, String subject) {

    /** As the message of a drill stands in the inbox. */
    GenuineMessage marked() {
        return new GenuineMessage(sentOn, "【訓練】" + subject);
    }
}

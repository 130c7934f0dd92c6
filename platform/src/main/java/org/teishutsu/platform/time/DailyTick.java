package org.teishutsu.platform.time;

import java.time.LocalDate;

/** Something to be done once a day. A bean of this type is called with each day that begins, missed ones included. */
public interface DailyTick {

    /**
     * Does what is due. May be called again for the same day after a crash, so it must ask what is missing rather than
     * assume.
     *
     * @param day the day in Japan that has begun
     */
    void tick(LocalDate day);
}

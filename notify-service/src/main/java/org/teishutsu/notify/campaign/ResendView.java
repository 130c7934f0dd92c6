package org.teishutsu.notify.campaign;

import java.time.Instant;
import java.util.UUID;
import org.teishutsu.common.figures.Channel;

/** A delivery that the desk asked for. */
record ResendView(
        UUID delivery, UUID recipient, Channel channel, int tryNo, String reason, Instant recordedAt, String by) {}

package org.teishutsu.platform.time;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.teishutsu.common.time.Jst;

/**
 * Domain time: the machine's clock, moved ahead by what the drill's clock was set to. Inject it as {@link Clock}; facts
 * take their stamp from {@link Facts}, which reads the same time inside the fact lock.
 */
@ApplicationScoped
@Unremovable
public class DomainClock extends Clock {

    private final Clock machine = Clock.system(Jst.ZONE);
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public ZoneId getZone() {
        return Jst.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(machine.withZone(zone), ahead);
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead);
    }

    /** Follows what the database says. */
    public void moveAhead(Duration offset) {
        ahead = offset;
    }
}

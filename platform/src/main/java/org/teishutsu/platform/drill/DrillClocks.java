package org.teishutsu.platform.drill;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.teishutsu.platform.SuiteConfig;
import org.teishutsu.platform.peer.Peer;
import org.teishutsu.platform.time.DailyTicks;

/**
 * Keeps the clocks of both services together. The authority pushes each step to the other; a service that was away
 * asks for it, so that nobody has to be up for the clock to be set.
 */
@Singleton
class DrillClocks {

    private static final Logger LOG = Logger.getLogger(DrillClocks.class);

    /** Less than this is the time a call takes, not a clock that was set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Drill drill;
    private final DailyTicks ticks;
    private final Clock clock;
    private final SuiteConfig config;
    private final DrillClockClient other;

    DrillClocks(Drill drill, DailyTicks ticks, Clock clock, SuiteConfig config, Peer peer) {
        this.drill = drill;
        this.ticks = ticks;
        this.clock = clock;
        this.config = config;
        this.other = peer.client(DrillClockClient.class);
    }

    /**
     * Sets the clock forward from tick to tick, running each daily tick at its own time. Begins where the database says
     * it stands: another process may have moved it since this one last looked.
     */
    synchronized Instant setForward(Instant target) {
        drill.follow();
        if (!config.clockAuthority() && !target.isAfter(clock.instant())) {
            return clock.instant(); // it asked for itself a moment ago and is there already
        }
        boolean passedATick = false;
        for (Instant tick = DailyTicks.nextAfter(clock.instant());
                tick.isBefore(target);
                tick = DailyTicks.nextAfter(tick)) {
            step(tick);
            ticks.runDue();
            passedATick = true;
        }
        // The clock runs on while a tick works, and may have passed the target by now.
        if (!passedATick || target.isAfter(clock.instant())) {
            step(target);
            ticks.runDue();
        }
        return clock.instant();
    }

    private void step(Instant instant) {
        if (config.clockAuthority()) {
            drill.setForward(instant);
            push();
        } else {
            drill.catchUp(instant);
        }
    }

    private void push() {
        try {
            other.set(new DrillClock(clock.instant()));
        } catch (RuntimeException e) {
            LOG.infof("The other service does not take the clock now and will ask for it: %s", e.getMessage());
        }
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = NotADrill.class)
    void follow() {
        drill.follow();
        if (!config.clockAuthority()) {
            pull();
        }
    }

    private void pull() {
        try {
            Instant theirs = other.get().instant();
            if (theirs.isAfter(clock.instant().plus(TOLERANCE))) {
                setForward(theirs);
            }
        } catch (RuntimeException e) {
            LOG.debugf("The clock's authority does not answer: %s", e.getMessage());
        }
    }
}

package org.teishutsu.platform.drill;

import io.quarkus.scheduler.Scheduled.SkipPredicate;
import io.quarkus.scheduler.ScheduledExecution;
import jakarta.inject.Singleton;

/** Outside a drill the clock is the machine's and nobody follows anybody. */
@Singleton
class NotADrill implements SkipPredicate {

    private final Drill drill;

    NotADrill(Drill drill) {
        this.drill = drill;
    }

    @Override
    public boolean test(ScheduledExecution execution) {
        return !drill.active();
    }
}

package org.teishutsu.report.restriction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.teishutsu.platform.drill.Drill;
import org.teishutsu.platform.security.Who;
import org.teishutsu.platform.time.Facts;

/**
 * Notices that the answer has become another, writes that down with whom to tell, and tells them outside every transaction
 * until they have taken it. A lifting that was approved for a later time is noticed when that has come.
 */
@Singleton
class Announcer {
    private static final Logger LOG = Logger.getLogger(Announcer.class);
    private static final int AT_ONCE = 10;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final StandingSql standing;
    private final RestrictionChanges changes;
    private final Announcements announcements;
    private final CallbackCall call;
    private final CallbackConfig config;
    private final ObjectMapper json;
    private final Facts facts;
    private final Clock clock;
    private final Drill drill;
    private final Clock machine = Clock.systemUTC();

    Announcer(
            StandingSql standing,
            RestrictionChanges changes,
            Announcements announcements,
            CallbackCall call,
            CallbackConfig config,
            ObjectMapper json,
            Facts facts,
            Clock clock,
            Drill drill) {
        this.standing = standing;
        this.changes = changes;
        this.announcements = announcements;
        this.call = call;
        this.config = config;
        this.json = json;
        this.facts = facts;
        this.clock = clock;
        this.drill = drill;
    }

    @Scheduled(every = "${report.callback.round:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void round() {
        for (RestrictionKind kind : RestrictionKind.values()) {
            notice(kind);
        }
        Duration lease = config.timeout().multipliedBy(2L * AT_ONCE + 1);
        List<Announcements.Claimed> due =
                QuarkusTransaction.requiringNew().call(() -> announcements.claim(AT_ONCE, lease));
        due.forEach(this::tell);
    }

    private void notice(RestrictionKind kind) {
        if (standing.told(kind).equals(standing.at(kind, clock.instant()).answer())) {
            return;
        }
        QuarkusTransaction.requiringNew().run(() -> {
            announcements.lock(kind);
            CurrentRestriction now = standing.at(kind, clock.instant());
            if (!standing.told(kind).equals(now.answer())) {
                RestrictionChange change = new RestrictionChange(now, facts.stamp(), Who.SCHEDULER);
                changes.persistAndFlush(change);
                announcements.make(change.view());
            }
        });
    }

    /**
     * What a receiver gets. It asks again before it acts: two calls may overtake each other.
     *
     * @param drill whether this is a drill (訓練) and no account must be stopped for it
     */
    record Body(RestrictionChange.View change, boolean drill) {}

    private void tell(Announcements.Claimed claimed) {
        String result = result(claimed);
        QuarkusTransaction.requiringNew().run(() -> {
            if (result.startsWith("2")) {
                announcements.taken(claimed.id(), result);
            } else if (isTooOld(claimed.madeAt())) {
                announcements.giveUp(claimed.id(), result);
            } else {
                announcements.again(claimed.id(), result, pause(claimed.attempts()));
            }
        });
    }

    private boolean isTooOld(Instant madeAt) {
        return machine.instant().isAfter(madeAt.plus(config.retryFor()));
    }

    /** The status, or why there is none. */
    private String result(Announcements.Claimed claimed) {
        try {
            String secret = CallbackSignature.secret(config.key().orElse(""), claimed.callback());
            CallbackTarget target =
                    CallbackTarget.of(claimed.url(), config.allowedHosts().orElse(Set.of()));
            String body = json.writeValueAsString(new Body(claimed.change(), drill.active()));
            return String.valueOf(call.post(target, secret, claimed.change().id(), body));
        } catch (RefusedTargetException e) {
            return "not called: " + e.getMessage();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.debugf(e, "The callback %s was not reached", claimed.callback());
            return "not reached: " + e.getClass().getSimpleName();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "not reached: the service was stopped";
        }
    }

    private Duration pause(int attempts) {
        Duration pause = config.retry().multipliedBy(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}

package org.teishutsu.report.restriction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.time.Facts;

/** Keeps who is told when a restriction begins or ends. */
@ApplicationScoped
class CallbackService {
    private static final int SHORTEST_KEY = 32;
    private static final int SHOWN = 100;

    private final Callbacks callbacks;
    private final Announcements announcements;
    private final CallbackConfig config;
    private final Facts facts;

    CallbackService(Callbacks callbacks, Announcements announcements, CallbackConfig config, Facts facts) {
        this.callbacks = callbacks;
        this.announcements = announcements;
        this.config = config;
        this.facts = facts;
    }

    /** Every callback. */
    @ApplicationScoped
    static class Callbacks implements PanacheRepositoryBase<Callback, UUID> {}

    /** A new callback; its secret is told this once. */
    record Registered(Callback.View callback, String secret) {}

    @Transactional
    Registered register(RestrictionKind kind, String url, String by) {
        String key = config.key()
                .filter(each -> each.length() >= SHORTEST_KEY)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_READY,
                        "report.callback.key must be set, to " + SHORTEST_KEY
                                + " characters or more, before anybody can" + " be called"));
        CallbackTarget.of(url, config.allowedHosts().orElse(Set.of()));
        Callback callback = new Callback(kind, url, facts.stamp(), by);
        callbacks.persist(callback);
        return new Registered(callback.view(), CallbackSignature.secret(key, callback.id()));
    }

    @Transactional
    Callback.View end(UUID id, String by) {
        Callback callback = callbacks
                .findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.notFound("callback", id));
        callback.end(facts.stamp(), by);
        return callback.view();
    }

    @Transactional
    List<Callback.View> all() {
        return callbacks.list("order by recordedAt, id").stream()
                .map(Callback::view)
                .toList();
    }

    /** What one of them was told last. */
    @Transactional
    List<Announcements.Listed> told(UUID id) {
        if (callbacks.findById(id) == null) {
            throw ProblemException.notFound("callback", id);
        }
        return announcements.of(id, SHOWN);
    }
}

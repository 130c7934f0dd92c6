package org.teishutsu.report.restriction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.time.Facts;

/** Records restrictions and their lifting by two people, and tells whether one stands. */
@ApplicationScoped
public class RestrictionService {
    private final Restrictions restrictions;
    private final Liftings liftings;
    private final ReturnedLiftings returned;
    private final RestrictionChanges changes;
    private final StandingSql standing;
    private final Facts facts;
    private final Clock clock;

    RestrictionService(
            Restrictions restrictions,
            Liftings liftings,
            ReturnedLiftings returned,
            RestrictionChanges changes,
            StandingSql standing,
            Facts facts,
            Clock clock) {
        this.restrictions = restrictions;
        this.changes = changes;
        this.standing = standing;
        this.liftings = liftings;
        this.returned = returned;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    RestrictionView record(NewRestriction entered, String by) {
        Restriction restriction = new Restriction(entered, facts.stamp(), by);
        restrictions.persist(restriction);
        return viewOf(restriction, null);
    }

    @Transactional
    RestrictionView lift(UUID id, NewLifting entered, String by) {
        Restriction restriction = find(id);
        if (liftings.findByIdOptional(id).isPresent()) {
            throw new ProblemException(ProblemType.ALREADY_EXISTS, "The restriction has a lifting already");
        }
        if (!entered.until().isAfter(restriction.from())) {
            throw ProblemException.invalid("until", "must be after the restriction began");
        }
        Lifting lifting = new Lifting(id, entered, facts.stamp(), by);
        liftings.persist(lifting);
        return viewOf(restriction, lifting);
    }

    @Transactional
    RestrictionView approveLifting(UUID id, String by) {
        Restriction restriction = find(id);
        Lifting lifting = liftingOf(id);
        lifting.approve(facts.stamp(), by);
        return viewOf(restriction, lifting);
    }

    /** Gives back a lifting that nobody has approved, so that the right one can be entered. */
    @Transactional
    RestrictionView returnLifting(UUID id, String reason, String by) {
        Restriction restriction = find(id);
        Lifting lifting = liftingOf(id);
        lifting.requireReturnable();
        returned.persist(new ReturnedLifting(id, lifting.view(), reason, facts.stamp(), by));
        liftings.delete(lifting);
        liftings.flush();
        return viewOf(restriction, null);
    }

    @Transactional
    public List<RestrictionView> all() {
        Map<UUID, Lifting> lifted =
                liftings.listAll().stream().collect(Collectors.toMap(Lifting::restrictionId, Function.identity()));
        Map<UUID, List<RestrictionView.ReturnedView>> givenBack = returned.all();
        return restrictions.list("order by from, id").stream()
                .map(restriction -> restriction.view(
                        lifted.get(restriction.id()), givenBack.getOrDefault(restriction.id(), List.of())))
                .toList();
    }

    /** Those recorded up to an instant. */
    @Transactional
    public List<RestrictionView> knownAt(Instant asOf) {
        return all().stream()
                .filter(restriction -> !restriction.recordedAt().isAfter(asOf))
                .toList();
    }

    /** One statement, in no transaction: this is asked with every new account. */
    CurrentRestriction current(RestrictionKind kind) {
        return standing.at(kind, clock.instant());
    }

    /** Each time the answer became another, the first one first. */
    @Transactional
    List<RestrictionChange.View> history(RestrictionKind kind) {
        return changes.of(kind).stream().map(RestrictionChange::view).toList();
    }

    private Lifting liftingOf(UUID id) {
        return liftings.findByIdOptional(id)
                .orElseThrow(() -> ProblemException.notFound("lifting of the restriction", id));
    }

    private RestrictionView viewOf(Restriction restriction, @Nullable Lifting lifting) {
        return restriction.view(lifting, returned.of(restriction.id()));
    }

    private Restriction find(UUID id) {
        return restrictions.findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("restriction", id));
    }
}

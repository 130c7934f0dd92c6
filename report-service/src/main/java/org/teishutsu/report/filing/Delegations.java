package org.teishutsu.report.filing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;
import org.teishutsu.platform.time.Facts;

/** Who acts in whose place. */
@ApplicationScoped
class Delegations implements PanacheRepositoryBase<Delegation, UUID> {
    private final Facts facts;
    private final Who who;

    Delegations(Facts facts, Who who) {
        this.facts = facts;
        this.who = who;
    }

    @Transactional
    List<Delegation.View> all() {
        return list("order by recordedAt, id").stream().map(Delegation::view).toList();
    }

    @Transactional
    Delegation.View delegate(NewDelegation entered) {
        requireOwn(entered.role());
        Delegation delegation = new Delegation(entered, facts.stamp(), who.name());
        persistAndFlush(delegation);
        return delegation.view();
    }

    @Transactional
    Delegation.View end(UUID id) {
        Delegation delegation = findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("delegation", id));
        requireOwn(delegation.role());
        delegation.end(facts.stamp(), who.name());
        return delegation.view();
    }

    /** Nobody gives away what is not theirs: a delegate does not delegate. */
    private void requireOwn(Delegation.Role role) {
        if (!who.has(nameOf(role))) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "Only a user with the role " + nameOf(role) + " delegates it");
        }
    }

    /**
     * Who lets the user act: nobody but the role itself, or somebody who delegated it.
     *
     * @return what an event says of it; empty if the user has the role
     * @throws ProblemException FORBIDDEN for a user with neither
     */
    String grantOf(Delegation.Role role, UUID order, Instant at) {
        if (who.has(nameOf(role))) {
            return "";
        }
        return listAll().stream()
                .filter(delegation -> delegation.lets(who.name(), role, order, at))
                .findFirst()
                .map(delegation -> ", in the place of the %s by delegation %s of %s"
                        .formatted(nameOf(role), delegation.id(), delegation.recordedBy()))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.FORBIDDEN, "This takes the role " + nameOf(role) + " or a delegation of it"));
    }

    private static String nameOf(Delegation.Role role) {
        return switch (role) {
            case APPROVER -> Roles.APPROVER;
            case REPRESENTATIVE -> Roles.REPRESENTATIVE;
        };
    }
}

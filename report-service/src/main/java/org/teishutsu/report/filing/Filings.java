package org.teishutsu.report.filing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.report.order.OrderService;

/** Every version of every filing. */
@ApplicationScoped
class Filings implements PanacheRepositoryBase<Filing, UUID> {
    private final OrderService orders;

    Filings(OrderService orders) {
        this.orders = orders;
    }

    /** The ids of those of an order, or of all, in the order of lists. */
    List<UUID> ids(@Nullable UUID order) {
        EntityManager database = getEntityManager();
        return order == null
                ? database.createQuery(
                                "select f.id from Filing f order by f.asOf, f.number, f.versionNo, f.id", UUID.class)
                        .getResultList()
                : database.createQuery(
                                "select f.id from Filing f where f.orderId = :order"
                                        + " order by f.number, f.versionNo, f.id",
                                UUID.class)
                        .setParameter("order", order)
                        .getResultList();
    }

    /** Those with the given ids, in their order; in one statement. */
    List<Filing> get(List<UUID> ids) {
        Map<UUID, Filing> found =
                list("id in ?1", ids).stream().collect(Collectors.toMap(Filing::id, Function.identity()));
        return ids.stream().map(id -> Objects.requireNonNull(found.get(id))).toList();
    }

    List<Filing> of(UUID order) {
        return list("orderId = ?1 order by number, versionNo, id", order);
    }

    Filing get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("filing", id));
    }

    /**
     * For a change: whoever comes second waits and sees what the first did. The order is locked before its filings, as an
     * instruction and a release do.
     */
    Filing lock(UUID id) {
        getEntityManager()
                .createQuery("select f.orderId from Filing f where f.id = ?1", UUID.class)
                .setParameter(1, id)
                .getResultStream()
                .findFirst()
                .ifPresent(orders::lock);
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.notFound("filing", id));
    }

    /** Drafts that wait for figures or the firm. */
    long waiting() {
        return count("waiting is not null and state = ?1", FilingState.DRAFT);
    }

    /** The last version of the filing with a number. */
    Optional<Filing> find(UUID order, int number) {
        return find("orderId = ?1 and number = ?2 order by versionNo desc", order, number)
                .firstResultOptional();
    }

    /** Which report of which order. */
    record Place(UUID order, int number) {}

    /** The last version of a filing; it waits if it is a draft that has yet to be written. */
    record Standing(UUID id, boolean waits) {}

    /** Where every filing stands, in one statement. */
    Map<Place, Standing> standing() {
        Map<Place, Standing> standing = new HashMap<>();
        getEntityManager()
                .createQuery(
                        "select f.orderId, f.number, f.id, f.state, f.waiting from Filing f order by f.versionNo",
                        Object[].class)
                .getResultStream()
                .forEach(row -> standing.put(
                        new Place((UUID) row[0], (Integer) row[1]),
                        new Standing((UUID) row[2], row[3] == FilingState.DRAFT && row[4] != null)));
        return standing;
    }

    /** The last version of each report that the bureau has or is to have, up to one of them, the first one first. */
    List<Filing> releasedUpTo(Filing last) {
        Map<Integer, Filing> latest = new TreeMap<>();
        list(
                        "orderId = ?1 and number <= ?2 and state in ?3 order by number, versionNo",
                        last.orderId(),
                        last.number(),
                        Set.of(FilingState.RELEASED, FilingState.SUBMITTED))
                .forEach(filing -> latest.put(filing.number(), filing));
        return List.copyOf(latest.values());
    }

    /** The last filing before a number that the bureau has, or that is on its way there. */
    Optional<Filing> lastReleasedBefore(UUID order, int number) {
        return find(
                        "orderId = ?1 and number < ?2 and state in ?3 order by number desc, versionNo desc",
                        order,
                        number,
                        Set.of(FilingState.RELEASED, FilingState.SUBMITTED))
                .firstResultOptional();
    }
}

package org.teishutsu.report.evidence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Every piece of evidence. */
@ApplicationScoped
class EvidenceItems implements PanacheRepositoryBase<Evidence, UUID> {

    /**
     * What an order's file holds: evidence about its measures, clauses and filings, about the time lines of its incidents, and
     * about restrictions, which name no order.
     */
    List<Evidence> ofOrder(UUID order) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select e.* from evidence e
                        left join measure m on m.id = e.measure_id
                        left join filing f on f.id = e.filing_id
                        where coalesce(e.order_id, m.order_id, f.order_id) = :order
                           or e.restriction_id is not null
                           or exists (
                               select from timeline_entry t
                               join order_incident i on i.incident = t.incident
                               where t.id = e.timeline_entry_id and i.order_id = :order)
                        order by e.recorded_at, e.id
                        """, Evidence.class)
                .setParameter("order", order)
                .getResultList();
    }

    /** Whether what a piece of evidence is to be about exists, clauses apart; a stage that does not apply to its measure does not. */
    boolean exists(Subject subject) {
        String sql = switch (subject.kind()) {
            case MEASURE -> """
                            select exists (select from measure where id = :id) and (:stage = '' or exists (
                                select from measure_stage_now
                                where measure_id = :id and stage = :stage and due is not null))""";
            case CLAUSE -> throw new IllegalArgumentException("the order knows its clauses");
            case RESTRICTION -> "select exists (select from restriction where id = :id)";
            case TIMELINE_ENTRY -> "select exists (select from timeline_entry where id = :id)";
            case FILING -> "select exists (select from filing where id = :id)";
        };
        NativeQuery<Boolean> query = getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(sql, Boolean.class)
                .setParameter("id", subject.id());
        if (subject.kind() == Subject.Kind.MEASURE) {
            query.setParameter(
                    "stage", subject.stage() == null ? "" : subject.stage().name());
        }
        return query.getSingleResult();
    }
}

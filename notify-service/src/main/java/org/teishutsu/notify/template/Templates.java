package org.teishutsu.notify.template;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.teishutsu.common.problem.ProblemException;

@ApplicationScoped
class Templates implements PanacheRepositoryBase<MessageTemplate, UUID> {

    /** The number of the next wording under a name; others who want one wait. */
    int nextRevision(TemplateRequest text) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('template ' || :name, 0))")
                .setParameter("name", text.name())
                .getSingleResult();
        return (int) count("name = ?1 and channel = ?2 and language = ?3", text.name(), text.channel(), text.written())
                + 1;
    }

    MessageTemplate get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("template", id));
    }
}

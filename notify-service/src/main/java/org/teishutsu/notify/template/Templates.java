package org.teishutsu.notify.template;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.teishutsu.common.problem.ProblemException;

@ApplicationScoped
class Templates implements PanacheRepositoryBase<MessageTemplate, UUID> {

    MessageTemplate get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("template", id));
    }
}

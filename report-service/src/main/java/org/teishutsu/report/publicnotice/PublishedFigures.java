package org.teishutsu.report.publicnotice;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Every figure the firm has published. */
@ApplicationScoped
class PublishedFigures implements PanacheRepositoryBase<PublishedFigure, UUID> {

    List<PublishedFigure> of(String incident) {
        return list("incident = ?1 order by publishedAt, id", incident);
    }
}

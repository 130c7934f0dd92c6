package org.teishutsu.report.measure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Every measure. */
@ApplicationScoped
class Measures implements PanacheRepositoryBase<Measure, UUID> {}

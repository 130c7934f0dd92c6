package org.teishutsu.report.restriction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The liftings, one a restriction at most. */
@ApplicationScoped
class Liftings implements PanacheRepositoryBase<Lifting, UUID> {}

package org.teishutsu.report.restriction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Every restriction. */
@ApplicationScoped
class Restrictions implements PanacheRepositoryBase<Restriction, UUID> {}

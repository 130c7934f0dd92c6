package org.teishutsu.report.order;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The releases, one an order at most. */
@ApplicationScoped
class Releases implements PanacheRepositoryBase<Release, UUID> {}

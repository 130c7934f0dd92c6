package org.teishutsu.report.order;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Every order. */
@ApplicationScoped
class Orders implements PanacheRepositoryBase<Order, UUID> {}

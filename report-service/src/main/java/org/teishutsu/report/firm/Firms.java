package org.teishutsu.report.firm;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Every state of the firm ever recorded. */
@ApplicationScoped
class Firms implements PanacheRepositoryBase<Firm, UUID> {}

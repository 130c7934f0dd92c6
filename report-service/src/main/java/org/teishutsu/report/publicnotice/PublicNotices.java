package org.teishutsu.report.publicnotice;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Every notice. */
@ApplicationScoped
class PublicNotices implements PanacheRepositoryBase<PublicNotice, UUID> {}

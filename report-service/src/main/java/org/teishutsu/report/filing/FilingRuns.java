package org.teishutsu.report.filing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** The record of every run, the last one first. */
@ApplicationScoped
class FilingRuns implements PanacheRepositoryBase<FilingRunRecord, UUID> {

    @Transactional
    List<FilingRunRecord.View> all() {
        return list("order by recordedAt desc, id desc").stream()
                .map(FilingRunRecord::view)
                .toList();
    }
}

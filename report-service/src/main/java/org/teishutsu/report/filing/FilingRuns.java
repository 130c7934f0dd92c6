package org.teishutsu.report.filing;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The record of every run. */
@ApplicationScoped
class FilingRuns implements PanacheRepositoryBase<FilingRunRecord, UUID> {

    /** The last one first, or those before one of them. */
    @Transactional
    List<FilingRunRecord.View> after(@Nullable UUID last, int limit) {
        PanacheQuery<FilingRunRecord> runs = last == null
                ? find("order by id desc")
                : find("id < ?1 order by id desc", last); // an id tells when it was made
        return runs.page(0, limit).list().stream().map(FilingRunRecord::view).toList();
    }
}

package org.teishutsu.report.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.teishutsu.common.leak.LeakItem;
import org.teishutsu.common.problem.ProblemException;

/** The leak items (漏えい項目) the suite knows: codes and labels, in the order in which they are printed. */
@ApplicationScoped
public class LeakCatalogue {
    private final EntityManager database;

    LeakCatalogue(EntityManager database) {
        this.database = database;
    }

    @Transactional
    public List<LeakItem> all() {
        return database.createQuery("select i from CatalogueItem i order by i.position", CatalogueItem.class)
                .getResultStream()
                .map(CatalogueItem::item)
                .toList();
    }

    @Transactional
    public Map<String, LeakItem> byCode() {
        return all().stream().collect(Collectors.toMap(LeakItem::code, Function.identity()));
    }

    /** Refuses codes the catalogue does not have. */
    void requireKnown(String field, Collection<String> codes) {
        Map<String, LeakItem> known = byCode();
        for (String code : codes) {
            if (!known.containsKey(code)) {
                throw ProblemException.invalid(field, "the catalogue of leak items has no code " + code);
            }
        }
    }
}

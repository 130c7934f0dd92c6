package org.teishutsu.report.incident;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.teishutsu.common.leak.LeakItem;

/** One row of the catalogue; migrations add rows, nothing changes them. */
@Entity
@Table(name = "leak_item")
class CatalogueItem {
    @Id
    private String code;

    private String label;
    /** Only queries read it. */
    @SuppressWarnings("UnusedVariable")
    private int position;

    protected CatalogueItem() {}

    LeakItem item() {
        return new LeakItem(code, label);
    }
}

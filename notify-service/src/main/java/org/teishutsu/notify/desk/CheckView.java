package org.teishutsu.notify.desk;

import java.util.List;
import java.util.UUID;
import org.teishutsu.notify.exposure.CataloguedItem;

/**
 * A recorded identity check.
 *
 * @param leaked what leaked of the recipient, incident by incident; empty unless the check was passed
 */
record CheckView(UUID id, UUID recipient, CheckRequest.Method method, boolean passed, List<Leaked> leaked) {

    record Leaked(String incident, List<Item> items) {}

    /** @param label as it is told */
    record Item(String code, String label) {

        static Item of(CataloguedItem item) {
            return new Item(item.code(), item.label());
        }
    }
}

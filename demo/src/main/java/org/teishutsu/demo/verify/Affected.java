package org.teishutsu.demo.verify;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One recipient as the lists tell of them: who, how to write to them, and what of theirs leaked. */
final class Affected {

    private final ListRow row;
    private final SortedMap<String, SortedSet<String>> itemsByIncident = new TreeMap<>();

    Affected(ListRow row) {
        this.row = row;
    }

    void add(String incident, SortedSet<String> items) {
        itemsByIncident.computeIfAbsent(incident, any -> new TreeSet<>()).addAll(items);
    }

    ListRow row() {
        return row;
    }

    SortedMap<String, SortedSet<String>> itemsByIncident() {
        return itemsByIncident;
    }

    /**
     * Why this recipient goes by letter first, null when by mail.
     *
     * @param shared whether another recipient has the same address
     * @param firstAttack the earliest day of the attacks this recipient is in
     */
    @Nullable String letterReason(boolean shared, LocalDate firstAttack) {
        if (row.email().isEmpty()) {
            return "NO_EMAIL";
        } else if (shared) {
            return "SHARED_ADDRESS";
        } else if (row.status().equals("FORMER")) {
            return "LONG_GONE";
        }
        return row.emailSince() != null && row.emailSince().isAfter(firstAttack) ? "CHANGED_AFTER_ATTACK" : null;
    }
}

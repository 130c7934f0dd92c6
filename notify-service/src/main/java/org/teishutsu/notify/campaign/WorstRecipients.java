package org.teishutsu.notify.campaign;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.template.WorstCase;

/** Finds among many recipients those with whom a wording most likely goes wrong; keeps one of each case. */
final class WorstRecipients {
    private final Map<WorstCase, Integer> most = new EnumMap<>(WorstCase.class);
    private final SortedMap<WorstCase, UUID> found = new TreeMap<>();

    void see(UUID recipient, Contact contact, int items, int incidents) {
        String address = contact.address();
        keep(WorstCase.LONGEST_NAME, recipient, length(contact.addressee()));
        keep(WorstCase.LONGEST_ADDRESS, recipient, address == null ? 0 : length(address));
        keep(WorstCase.MOST_ITEMS, recipient, items);
        keep(WorstCase.ALL_INCIDENTS, recipient, incidents);
    }

    private void keep(WorstCase worstCase, UUID recipient, int size) {
        if (size > most.getOrDefault(worstCase, 0)) {
            most.put(worstCase, size);
            found.put(worstCase, recipient);
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    SortedMap<WorstCase, UUID> found() {
        return found;
    }
}

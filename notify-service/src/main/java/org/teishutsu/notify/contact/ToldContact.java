package org.teishutsu.notify.contact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.teishutsu.notify.recipient.Contact;

/**
 * Contact data that a later list tells otherwise: personal data, for whoever proposes the change.
 *
 * @param list the import
 * @param fields in which it differs
 */
record ToldContact(
        UUID recipient, UUID list, List<ContactField> fields, Contact told, Contact current, Instant recordedAt) {

    /** Personal data. */
    @Override
    public String toString() {
        return "ToldContact[" + recipient + "]";
    }
}

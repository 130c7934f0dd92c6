package org.teishutsu.notify.posting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.teishutsu.notify.correction.Retracted;
import org.teishutsu.notify.recipient.Contact;

/**
 * A letter that waits to be printed.
 *
 * @param retracted what it puts right; empty for a notice
 * @param contact empty if it cannot be opened
 * @param putAside whether it could not be printed before
 */
record DueLetter(
        UUID delivery,
        Map<String, Long> told,
        List<Retracted> retracted,
        Optional<Contact> contact,
        boolean legalEntity,
        String inquiryNumber,
        boolean putAside) {

    /** Personal data. */
    @Override
    public String toString() {
        return "DueLetter[" + delivery + "]";
    }
}

package org.teishutsu.notify.mail;

import java.time.ZonedDateTime;
import java.util.UUID;

/**
 * One message before it is encoded.
 *
 * @param id names it in its Message-ID and its return path ({@link MailNames}): the same for every attempt
 * @param subject one line
 * @param body lines parted by a line feed
 */
public record OutgoingMail(UUID id, EmailAddress to, String subject, String body, ZonedDateTime date) {

    /** Personal data: only the id. */
    @Override
    public String toString() {
        return "OutgoingMail[" + id + "]";
    }
}

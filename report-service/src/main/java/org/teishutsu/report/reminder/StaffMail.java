package org.teishutsu.report.reminder;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one of the firm's own people.
 *
 * @param about what it is about and why now; nobody gets two about the same
 * @param order whose list it stands in, if any
 */
record StaffMail(String about, @Nullable UUID order, String address, String subject, String body) {}

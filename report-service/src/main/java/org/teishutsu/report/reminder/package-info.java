/**
 * Mails to the firm's own people: a deadline that comes near or has passed, evidence that was altered. They are written down
 * first and sent by a job of their own, so that no call ever waits for a mail server. Enter at
 * {@link org.teishutsu.report.reminder.Reminders}.
 */
@NullMarked
package org.teishutsu.report.reminder;

import org.jspecify.annotations.NullMarked;

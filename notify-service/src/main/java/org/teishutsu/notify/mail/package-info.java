/**
 * Plain-text mail over SMTP, fast and exactly once encoded. Enter at {@link org.teishutsu.notify.mail.MailServer}: it
 * opens connections, and a connection says of each message what the server answered. Knows nothing of deliveries.
 */
@NullMarked
package org.teishutsu.notify.mail;

import org.jspecify.annotations.NullMarked;

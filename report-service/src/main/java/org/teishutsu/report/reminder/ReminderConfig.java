package org.teishutsu.report.reminder;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How mails to the firm's own people go out; the server and the sender are quarkus.mailer's keys. */
@ConfigMapping(prefix = "report.mail")
interface ReminderConfig {

    /** How often what waits is looked for. */
    @WithDefault("5s")
    Duration round();

    /** A server that has not taken a mail by then has not. */
    @WithDefault("30s")
    Duration timeout();

    /** After the first failure; doubled with each further one, up to an hour. */
    @WithDefault("30s")
    Duration retry();
}

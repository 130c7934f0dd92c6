package org.teishutsu.report;

import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.teishutsu.report.notify.NotifyServer;
import org.teishutsu.report.reminder.MailServer;
import org.teishutsu.testing.PostgresResource;

/** The one configuration of this module's Quarkus tests: PostgreSQL, a notify-service to ask, and a mail server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithTestResource(PostgresResource.class)
@WithTestResource(NotifyServer.class)
@WithTestResource(MailServer.class)
public @interface RealSurroundings {}

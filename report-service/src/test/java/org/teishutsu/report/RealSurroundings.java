package org.teishutsu.report;

import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.teishutsu.report.notify.NotifyServer;
import org.teishutsu.testing.PostgresResource;

/** The one configuration of this module's Quarkus tests: PostgreSQL, and a notify-service to ask. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithTestResource(PostgresResource.class)
@WithTestResource(NotifyServer.class)
public @interface RealSurroundings {}

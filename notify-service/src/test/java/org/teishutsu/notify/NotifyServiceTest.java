package org.teishutsu.notify;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.teishutsu.testing.PostgresResource;

/** The one Quarkus configuration of this module's tests: a real PostgreSQL, a report-service to ask, keys, a port
 * for a mail server. */
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = ReportServiceFixture.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = VaultFixture.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = MailFixture.class, scope = TestResourceScope.GLOBAL)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface NotifyServiceTest {}

package org.teishutsu.notify.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.teishutsu.notify.mail.MailConfig;
import org.teishutsu.notify.mail.MailServer;
import org.teishutsu.platform.drill.Drill;

/** Runs this process's dispatcher from start to shutdown. */
@Singleton
public class Dispatching {

    /** Less than the time Quarkus gives the whole shutdown. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final Drill drill;
    private final MailServer server;
    private final Dispatcher dispatcher;

    Dispatching(
            Outbox outbox,
            Upkeep upkeep,
            Rates rates,
            MailCircuit circuit,
            MailDomains domains,
            DomainRelease domainRelease,
            MailServer server,
            Mailings mailings,
            DeliveryConfig config,
            MailConfig mail,
            Clock clock,
            DataSource dataSource,
            Drill drill) {
        this.drill = drill;
        this.server = server;
        this.dispatcher = new Dispatcher(
                new Dispatcher.Parts(
                        outbox,
                        upkeep,
                        rates,
                        circuit,
                        domains,
                        domainRelease,
                        server,
                        mailings,
                        config,
                        clock,
                        dataSource),
                mail.connections());
    }

    /** After the drill's own start: the clock is set by then. */
    void start(@Observes @Priority(100) StartupEvent event) {
        requireThisMachine(drill.active(), server);
        dispatcher.start();
    }

    static void requireThisMachine(boolean drill, MailServer server) {
        if (drill && !server.onThisMachine()) {
            throw new IllegalStateException(
                    "A drill sends to a mail server on this machine only: set mail.host to a loopback address");
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        dispatcher.stop(PATIENCE);
    }

    /** Messages of a campaign that all processes send a second, over the last ten seconds; for a display only. */
    public double perSecond(UUID campaign) {
        return dispatcher.perSecond(campaign);
    }
}

package org.teishutsu.report.reminder;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.teishutsu.platform.drill.Drill;

/**
 * Sends what waits, outside every transaction. The mailer is asked, and answers, on an event loop of its own: asked from
 * another thread it may miss a server's greeting, and a worker of the service would wait for itself.
 */
@Singleton
class MailSender {
    private static final Logger LOG = Logger.getLogger(MailSender.class);
    private static final int AT_ONCE = 20;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final MailOutbox outbox;
    private final ReactiveMailer mailer;
    private final ReminderConfig config;
    private final Drill drill;
    private final String host;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "staff-mail"));
    private final Context loop;

    MailSender(
            MailOutbox outbox,
            ReactiveMailer mailer,
            ReminderConfig config,
            Drill drill,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.mailer.host", defaultValue = "localhost") String host) {
        this.outbox = outbox;
        this.mailer = mailer;
        this.config = config;
        this.drill = drill;
        this.host = host;
        this.loop =
                CompletableFuture.supplyAsync(vertx::getOrCreateContext, thread).join();
    }

    @Scheduled(every = "${report.mail.round:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    void round() {
        CompletableFuture.runAsync(this::sendDue, thread).join();
    }

    @PreDestroy
    void end() {
        thread.shutdownNow();
    }

    private void sendDue() {
        List<MailOutbox.Claimed> due = claim();
        while (!due.isEmpty()) {
            due.forEach(this::send);
            due = claim();
        }
    }

    private List<MailOutbox.Claimed> claim() {
        Duration lease = config.timeout().multipliedBy(AT_ONCE + 1L);
        return QuarkusTransaction.requiringNew().call(() -> outbox.claim(AT_ONCE, lease));
    }

    private void send(MailOutbox.Claimed mail) {
        try {
            if (drill.active()) {
                requireOnThisMachine(host);
            }
            deliver(message(mail));
            QuarkusTransaction.requiringNew().run(() -> outbox.sent(mail.id()));
        } catch (RuntimeException e) {
            // Its message may name the address.
            LOG.warnf(
                    "The mail %s was not taken (%s) and is tried again",
                    mail.id(), e.getClass().getSimpleName());
            QuarkusTransaction.requiringNew().run(() -> outbox.again(mail.id(), pause(mail.attempts())));
        }
    }

    private void deliver(Mail mail) {
        CompletableFuture<Void> taken = new CompletableFuture<>();
        loop.runOnContext(nothing -> mailer.send(mail).subscribe().with(taken::complete, taken::completeExceptionally));
        taken.orTimeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS).join();
    }

    /** Whoever gets one twice after a crash can tell: it has the same Message-ID. Nobody's absence is answered to it (RFC 3834). */
    private static Mail message(MailOutbox.Claimed mail) {
        return Mail.withText(mail.address(), mail.subject(), mail.body())
                .addHeader("Message-ID", "<" + mail.id() + "@reminders.teishutsu>")
                .addHeader("Auto-Submitted", "auto-generated");
    }

    private Duration pause(int attempts) {
        Duration pause = config.retry().multipliedBy(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** Nothing of a drill leaves the machine, whatever the mailer is told. */
    static void requireOnThisMachine(String host) {
        try {
            if (InetAddress.getByName(host).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException e) {
            LOG.debug("The mail server has no address", e);
        }
        throw new IllegalStateException("in a drill mail goes to this machine only, not to " + host);
    }
}

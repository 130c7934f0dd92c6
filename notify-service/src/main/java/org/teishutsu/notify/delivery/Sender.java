package org.teishutsu.notify.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.teishutsu.common.time.Jst;
import org.teishutsu.notify.mail.Answer;
import org.teishutsu.notify.mail.EmailAddress;
import org.teishutsu.notify.mail.MailConnection;
import org.teishutsu.notify.mail.MailServer;
import org.teishutsu.notify.mail.Outcome;
import org.teishutsu.notify.mail.OutgoingMail;

/** Sends one claim after another over one connection, in one thread. Every claim it takes gets a settlement. */
final class Sender implements Runnable {

    private static final Logger LOG = Logger.getLogger(Sender.class);
    private static final long LOOK_MILLIS = 250;
    private static final int IDLE_LOOKS = 40;
    /** A server that has just taken a message refuses this connection, not everybody. */
    private static final long SERVER_IS_WELL_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** What all senders of a process share. */
    record Shared(
            Flight flight,
            MailServer server,
            MailCircuit circuit,
            MailDomains domains,
            SendingProcess process,
            DeliveryConfig config,
            Clock clock,
            AtomicLong lastAccepted,
            BooleanSupplier stopping) {}

    private final Shared shared;
    private final Flight flight;
    private final Backoff backoff;
    private int idleLooks;

    Sender(Shared shared) {
        this.shared = shared;
        this.flight = shared.flight();
        this.backoff = new Backoff(shared.config().retryFirst(), shared.config().retryMax());
    }

    @Override
    public void run() {
        try (MailConnection connection = shared.server().connection()) {
            while (!shared.stopping().getAsBoolean()) {
                Claim claim = flight.nextToSend(LOOK_MILLIS);
                if (claim != null) {
                    idleLooks = 0;
                    flight.settle(attempt(claim, connection));
                } else if (++idleLooks == IDLE_LOOKS) {
                    connection.hangUp();
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private Settlement attempt(Claim claim, MailConnection connection) throws InterruptedException {
        Mailing mailing = flight.running(claim.campaign());
        boolean ours =
                shared.process().safe() && claim.process() == shared.process().id();
        if (mailing == null || shared.circuit().isOpen() || !ours) {
            return Settlement.released(claim);
        }
        if (!claim.recipient().readable()) {
            return Settlement.later(
                    claim,
                    "The recipient's data could not be opened",
                    shared.clock().instant(),
                    backoff,
                    shared.config().retryFor());
        }
        Optional<EmailAddress> to = EmailAddress.parse(claim.recipient().email());
        if (to.isEmpty()) {
            return Settlement.rejected(claim, "Not an address that a mail server can be told");
        }
        if (shared.domains().isBeingNoted(to.get().domain())) {
            return Settlement.released(claim);
        }
        Optional<MailDomain> domain = shared.domains().find(to.get().domain());
        if (domain.isPresent() && domain.get().holdsBack() && !claim.admitted()) {
            return Settlement.held(claim, domain.get().id());
        }
        Instant now = shared.clock().instant();
        OutgoingMail mail;
        try {
            Mailing.Composed text = mailing.compose(claim);
            mail = new OutgoingMail(claim.delivery(), to.get(), text.subject(), text.body(), now.atZone(Jst.ZONE));
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "The message of delivery %s could not be written", claim.delivery());
            return Settlement.later(
                    claim,
                    "The message could not be written",
                    now,
                    backoff,
                    shared.config().retryFor());
        }
        return send(claim, mail, now, connection);
    }

    private Settlement send(Claim claim, OutgoingMail mail, Instant now, MailConnection connection)
            throws InterruptedException {
        Answer answer;
        try {
            answer = connection.send(mail);
        } catch (RuntimeException failure) {
            // Where it failed is not known, so neither is whether the server has the message.
            LOG.errorf(failure, "Delivery %s failed on our side", claim.delivery());
            return Settlement.uncertain(claim, "Failed on our side");
        }
        if (answer.outcome() == Outcome.ACCEPTED) {
            shared.lastAccepted().set(System.nanoTime());
            accepted(claim, mail.to().domain());
        } else if (answer.outcome() == Outcome.POLICY) {
            return refusedByPolicy(claim, mail.to().domain(), answer, now);
        } else if (answer.outcome() == Outcome.SERVER_REFUSES) {
            refused(answer);
        }
        return Settlement.of(claim, answer, now, backoff, shared.config().retryFor());
    }

    /** Only a delivery whose turn it was tells something of a domain that rests: others were under way before. */
    private void accepted(Claim claim, String name) {
        try {
            Optional<MailDomain> domain = shared.domains().find(name);
            if (claim.admitted() && domain.isPresent() && domain.get().paused()) {
                shared.domains().accepted(domain.get().id());
            }
        } catch (OutboxException databaseAway) {
            LOG.warn("A domain takes mail again, and the database does not take note of it");
        }
    }

    private Settlement refusedByPolicy(Claim claim, String name, Answer answer, Instant now) {
        try {
            UUID domain = shared.domains().refused(name, answer.text(), claim.policyRefusals() > 0);
            return Settlement.policy(
                    claim, answer.text(), domain, now, shared.config().retryFor());
        } catch (RuntimeException databaseAway) {
            LOG.warn("A domain refuses us by policy, and the database does not take note of it", databaseAway);
            return Settlement.of(claim, answer, now, backoff, shared.config().retryFor());
        }
    }

    /** One refused connection among others that are served rests a while; else everybody stops. */
    private void refused(Answer answer) throws InterruptedException {
        if (System.nanoTime() - shared.lastAccepted().get() < SERVER_IS_WELL_NANOS) {
            Thread.sleep(shared.config().probeFirst().toMillis());
            return;
        }
        try {
            shared.circuit().open(answer.text());
        } catch (OutboxException databaseAway) {
            LOG.warn("The mail server refuses, and the database does not take note of it");
        }
    }
}

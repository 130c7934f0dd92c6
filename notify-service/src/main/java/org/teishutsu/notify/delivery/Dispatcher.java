package org.teishutsu.notify.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.teishutsu.notify.mail.MailServer;

/**
 * Empties the outbox: claims for the senders what runs, keeps the lease, recovers what the dead left, and asks a mail
 * server that refuses as a whole when it takes mail again. Any number of them share one queue.
 */
final class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final int SIGNS_A_LEASE = 6;
    private static final Duration FOLLOW = Duration.ofMillis(200);

    private final Parts parts;
    private final Duration round;
    private final int connections;
    private final Flight flight;
    private final SendingProcess process;
    private final Claiming claiming;
    private final AtomicLong lastAccepted =
            new AtomicLong(System.nanoTime() - Duration.ofMinutes(1).toNanos());
    private final List<Thread> senders = new ArrayList<>();
    private final List<Thread> others = new ArrayList<>();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicBoolean sendersGone = new AtomicBoolean();
    private final AtomicBoolean over = new AtomicBoolean();
    private boolean databaseAway;

    /** What a dispatcher works with. */
    record Parts(
            Outbox outbox,
            Upkeep upkeep,
            Rates rates,
            MailCircuit circuit,
            MailDomains domains,
            DomainRelease domainRelease,
            MailServer server,
            Mailings mailings,
            DeliveryConfig config,
            Clock clock,
            DataSource dataSource) {}

    Dispatcher(Parts parts, int connections) {
        this.parts = parts;
        this.round = parts.config().round();
        this.connections = connections;
        this.flight = new Flight(parts.config().window());
        this.process = new SendingProcess(parts.dataSource(), parts.config().lease());
        this.claiming = new Claiming(parts.outbox(), parts.rates(), parts.circuit(), process, flight);
    }

    void start() {
        process.start();
        Sender.Shared shared = new Sender.Shared(
                flight,
                parts.server(),
                parts.circuit(),
                parts.domains(),
                process,
                parts.config(),
                parts.clock(),
                lastAccepted,
                stopping::get);
        for (int i = 1; i <= connections; i++) {
            senders.add(thread("mail-sender-" + i, new Sender(shared)));
        }
        others.add(thread("mail-settler", new Settler(flight, parts.outbox(), sendersGone::get)));
        others.add(thread("mail-lease", this::keepLease));
        others.add(thread("mail-probe", this::keepProbing));
        others.add(thread("mail-follower", this::keepFollowing));
        others.add(thread("mail-dispatcher", this::keepDispatching));
        senders.forEach(Thread::start);
        others.forEach(Thread::start);
    }

    /**
     * Stops in order: nothing new is claimed, what waits is given back, what is under way may end in the time given and
     * is UNCERTAIN after it.
     */
    void stop(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        stopping.set(true);
        flight.releaseWaiting(true);
        for (Thread sender : senders) {
            sender.join(millisUntil(until));
        }
        flight.releaseWaiting(true);
        sendersGone.set(true);
        others.get(0).join(millisUntil(until));
        over.set(true);
        for (Thread other : others) {
            other.interrupt();
            other.join(millisUntil(until));
        }
        process.end();
        parts.upkeep().recoverDead();
    }

    private static long millisUntil(long nanoTime) {
        return Math.max(100, (nanoTime - System.nanoTime()) / 1_000_000);
    }

    /** Over all processes: what this one measures now, and what the others said with their last sign of life. */
    double perSecond(UUID campaign) {
        return flight.perSecond(campaign) + process.othersPerSecond(campaign);
    }

    private static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private void keepLease() {
        keep(parts.config().lease().dividedBy(SIGNS_A_LEASE), () -> process.giveSign(flight.perSecond()));
    }

    /** On a thread of its own: a server that stalls may take minutes to answer. */
    private void keepProbing() {
        keep(round, () -> {
            if (parts.circuit().takeProbe()) {
                Optional<String> refusal = parts.server().refusal();
                parts.circuit().probed(refusal);
            }
        });
    }

    /** On a thread of its own, so that a pause or a rate holds within a second whatever the claims are doing. */
    private void keepFollowing() {
        keep(round.compareTo(FOLLOW) < 0 ? round : FOLLOW, () -> {
            parts.circuit().follow();
            parts.rates().follow();
            parts.domains().follow();
            flight.follow(parts.mailings().running());
        });
    }

    private void keepDispatching() {
        keep(Duration.ZERO, this::dispatch);
    }

    /** Goes on whatever fails: the next round may find the database back. */
    private void keep(Duration pause, Step step) {
        try {
            while (!over.get()) {
                Thread.sleep(pause.toMillis());
                try {
                    step.run();
                    databaseBack();
                } catch (RuntimeException failure) {
                    if (over.get()) {
                        return;
                    }
                    say(failure);
                    Thread.sleep(round.toMillis());
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void databaseBack() {
        if (databaseAway) {
            databaseAway = false;
            LOG.info("The outbox goes on");
        }
    }

    private synchronized void say(RuntimeException failure) {
        if (!databaseAway) {
            databaseAway = true;
            LOG.error("The outbox waits", failure);
        }
    }

    private void dispatch() throws InterruptedException {
        // After the database was away the own lease may have run out: a process does not bury itself.
        if (process.safe()) {
            parts.upkeep().recoverDead();
        }
        parts.upkeep().resendUncertain();
        parts.upkeep().promoteDue();
        parts.domainRelease().release(flight.runningCampaigns());
        long until = System.nanoTime() + round.toNanos();
        boolean more = true;
        while (more && !stopping.get() && System.nanoTime() < until) {
            more = claiming.fill(flight.takePlaces(round.toMillis())) > 0;
        }
        if (!more || stopping.get()) {
            Thread.sleep(round.toMillis());
        }
    }

    private interface Step {
        void run() throws InterruptedException;
    }
}

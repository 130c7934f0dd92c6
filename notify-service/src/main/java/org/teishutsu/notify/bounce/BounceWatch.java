package org.teishutsu.notify.bounce;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.teishutsu.platform.drill.Drill;
import org.teishutsu.platform.security.Who;

/** Looks into the Maildir and the mailbox, if there are any. What fails is tried again after a pause that doubles. */
@Singleton
class BounceWatch {

    private static final Logger LOG = Logger.getLogger(BounceWatch.class);

    private final Optional<Maildir> maildir;
    private final Optional<Mailbox> mailbox;
    private final Pauses maildirPauses;
    private final Pauses mailboxPauses;
    private final BounceConfig config;
    private final Drill drill;

    BounceWatch(BounceConfig config, BounceService bounces, Drill drill) {
        long limit = config.maxSize().asLongValue();
        this.config = config;
        this.drill = drill;
        this.maildir = config.maildir()
                .map(folder ->
                        new Maildir(folder, limit, message -> bounces.receive(message, Source.MAILDIR, Who.SCHEDULER)));
        this.mailbox = config.imap()
                .host()
                .map(host -> new Mailbox(
                        config.imap(), host, limit, message -> bounces.receive(message, Source.IMAP, Who.SCHEDULER)));
        this.maildirPauses = new Pauses(config.watch(), config.imap().pauseMax());
        this.mailboxPauses = new Pauses(config.imap().every(), config.imap().pauseMax());
    }

    void start(@Observes StartupEvent event) {
        maildir.ifPresent(Maildir::check);
        config.imap().host().ifPresent(host -> {
            boolean here = isOnThisMachine(host);
            if (drill.active() && !here) {
                throw new IllegalStateException(
                        "A drill must not empty a real mailbox: set bounce.imap.host to a loopback address");
            }
            if (config.imap().tls() == ImapTls.OFF && !here) {
                throw new IllegalStateException(
                        "bounce.imap.tls may be OFF on this machine only: what comes back is personal data");
            }
        });
    }

    static boolean isOnThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    @Scheduled(every = "${bounce.watch:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    void watchMaildir() {
        maildir.ifPresent(folder -> maildirPauses.attempt("Maildir", folder::takeIn));
    }

    @Scheduled(every = "${bounce.imap.every:1m}", concurrentExecution = ConcurrentExecution.SKIP)
    void pollMailbox() {
        mailbox.ifPresent(box -> mailboxPauses.attempt("mailbox", box::takeIn));
    }

    /** What is looked into, and when it may be again. */
    static final class Pauses {

        private final long first;
        private final long longest;
        private long pause;
        private long next = System.nanoTime();

        Pauses(Duration first, Duration longest) {
            this.first = first.toNanos();
            this.longest = longest.toNanos();
        }

        /** Something that may fail. */
        interface Attempt {
            int takeIn() throws IOException, MessagingException;
        }

        void attempt(String what, Attempt attempt) {
            if (System.nanoTime() - next < 0) {
                return;
            }
            try {
                int taken = attempt.takeIn();
                pause = 0;
                if (taken > 0) {
                    LOG.infof("%d messages taken in from the %s", taken, what);
                }
            } catch (IOException | MessagingException | RuntimeException failure) {
                pause = pause == 0 ? first : Math.min(longest, 2 * pause);
                next = System.nanoTime() + pause;
                LOG.warnf(failure, "The %s cannot be looked into; again in %s", what, Duration.ofNanos(pause));
            }
        }

        long pauseNanos() {
            return pause;
        }
    }
}

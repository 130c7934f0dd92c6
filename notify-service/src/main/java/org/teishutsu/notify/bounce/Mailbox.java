package org.teishutsu.notify.bounce;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jboss.logging.Logger;

/**
 * Takes messages in from a mailbox (IMAP). A message is moved away only when it is recorded: a crash in between brings it
 * once more, and it is known then. One that cannot be fetched is flagged for a person's eye and holds up nobody.
 */
final class Mailbox {

    private static final Logger LOG = Logger.getLogger(Mailbox.class);
    private static final int TLS_PORT = 993;
    private static final int PLAIN_PORT = 143;

    private final BounceConfig.Imap config;
    private final String host;
    private final long limit;
    private final Maildir.Intake intake;

    Mailbox(BounceConfig.Imap config, String host, long limit, Maildir.Intake intake) {
        this.config = config;
        this.host = host;
        this.limit = limit;
        this.intake = intake;
    }

    /**
     * Takes in what lies there, batch by batch. What is not recorded stays where it is, and why is thrown in the
     * end.
     *
     * @return how many were recorded
     */
    int takeIn() throws MessagingException {
        String protocol = config.tls() == ImapTls.IMPLICIT ? "imaps" : "imap";
        Session session = Session.getInstance(properties(protocol));
        try (Store store = session.getStore(protocol)) {
            int port = config.port().orElse(config.tls() == ImapTls.IMPLICIT ? TLS_PORT : PLAIN_PORT);
            store.connect(
                    host,
                    port,
                    config.username().orElse(null),
                    config.password().orElse(null));
            try (Folder folder = store.getFolder(config.folder())) {
                folder.open(Folder.READ_WRITE);
                return takeIn((IMAPFolder) folder, done(store));
            }
        }
    }

    private Folder done(Store store) throws MessagingException {
        Folder done = store.getFolder(config.doneFolder());
        if (!done.exists() && !done.create(Folder.HOLDS_MESSAGES)) {
            throw new MessagingException("The folder " + config.doneFolder() + " cannot be made");
        }
        return done;
    }

    private int takeIn(IMAPFolder folder, Folder done) throws MessagingException {
        Attempts attempts = new Attempts(intake);
        int taken = 0;
        List<Message> batch = batch(folder);
        while (!batch.isEmpty()) {
            List<Message> recorded = new ArrayList<>();
            for (Message message : batch) {
                if (attempts.goOn() && record((IMAPMessage) message, attempts)) {
                    recorded.add(message);
                }
            }
            moveAway(folder, done, recorded);
            taken += recorded.size();
            batch = recorded.isEmpty() ? List.of() : batch(folder);
        }
        attempts.failure().ifPresent(failure -> {
            throw failure;
        });
        return taken;
    }

    /** Those that no person has to look at. */
    private List<Message> batch(IMAPFolder folder) throws MessagingException {
        Message[] waiting = folder.search(new FlagTerm(new Flags(Flags.Flag.FLAGGED), false));
        Message[] batch = Arrays.copyOf(waiting, Math.min(config.batch(), waiting.length));
        FetchProfile sizes = new FetchProfile();
        sizes.add(FetchProfile.Item.SIZE);
        folder.fetch(batch, sizes);
        return List.of(batch);
    }

    private boolean record(IMAPMessage message, Attempts attempts) throws MessagingException {
        RawMessage raw;
        message.setPeek(true);
        try (InputStream in = message.getMimeStream()) {
            raw = RawMessage.read(in, message.getSize(), limit);
        } catch (MessageRemovedException takenByAnother) {
            return false;
        } catch (IOException unreadable) {
            message.setFlag(Flags.Flag.FLAGGED, true);
            LOG.errorf(
                    "Message %d of the mailbox %s cannot be fetched and is flagged now: %s",
                    message.getMessageNumber(),
                    config.folder(),
                    unreadable.getClass().getSimpleName());
            return false;
        }
        return attempts.take(raw);
    }

    private static void moveAway(IMAPFolder folder, Folder done, List<Message> recorded) throws MessagingException {
        if (recorded.isEmpty()) {
            return;
        }
        Message[] messages = recorded.toArray(Message[]::new);
        folder.setFlags(messages, new Flags(Flags.Flag.SEEN), true);
        folder.copyMessages(messages, done);
        folder.setFlags(messages, new Flags(Flags.Flag.DELETED), true);
        folder.expunge(messages);
    }

    private Properties properties(String protocol) {
        Properties properties = new Properties();
        String timeout = Long.toString(config.timeout().toMillis());
        for (String name : List.of("connectiontimeout", "timeout", "writetimeout", "connectionpooltimeout")) {
            properties.setProperty("mail." + protocol + "." + name, timeout);
        }
        boolean startTls = config.tls() == ImapTls.REQUIRED;
        properties.setProperty("mail." + protocol + ".starttls.enable", Boolean.toString(startTls));
        properties.setProperty("mail." + protocol + ".starttls.required", Boolean.toString(startTls));
        properties.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        // Read as it is needed, so that a large message is never whole in memory.
        properties.setProperty("mail." + protocol + ".partialfetch", "true");
        return properties;
    }
}

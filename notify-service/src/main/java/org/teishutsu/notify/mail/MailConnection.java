package org.teishutsu.notify.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;

/**
 * One connection, used again for message after message by one thread. It answers for every message, whatever happens
 * to the connection, and never throws for what a server does.
 */
public final class MailConnection implements AutoCloseable {

    private final MailServer server;
    private final MailWriter writer;
    private final int messagesPerConnection;
    private @Nullable StagedTransport open;
    private int messages;

    MailConnection(MailServer server, MailWriter writer, int messagesPerConnection) {
        this.server = server;
        this.writer = writer;
        this.messagesPerConnection = messagesPerConnection;
    }

    /**
     * Hands over one message. A connection that ends before the final dot says nothing of the message, so it gets one
     * more on a connection of its own; a message that ends two is put off rather than tried for ever.
     */
    public Answer send(OutgoingMail mail) {
        EncodedMail encoded = new EncodedMail(server.session(), writer.write(mail), writer.returnPath(mail.id()));
        Address[] to = {new WireAddress(mail.to())};
        Attempt first = attempt(encoded, to);
        return (first.saysNothing() ? attempt(encoded, to) : first).answer(server.policy());
    }

    private Attempt attempt(EncodedMail mail, Address[] to) {
        StagedTransport transport = open;
        if (transport == null) {
            transport = server.transport();
            try {
                transport.connect();
            } catch (MessagingException refused) {
                closeQuietly(transport);
                return new Attempt(Stage.CONNECT, Stage.NO_ANSWER, MailServer.reason(transport, refused));
            }
            open = transport;
            messages = 0;
        }
        return attempt(transport, mail, to);
    }

    private Attempt attempt(StagedTransport transport, EncodedMail mail, Address[] to) {
        messages++;
        try {
            transport.sendMessage(mail, to);
            if (messages >= messagesPerConnection) {
                hangUp();
            }
            return new Attempt(Stage.END, transport.code(), transport.text());
        } catch (MessagingException failure) {
            Stage stage = transport.stage();
            Attempt attempt = new Attempt(stage, transport.code(), MailServer.reason(transport, failure));
            if (stage.endsConnection(attempt.code()) || !transport.isConnected()) {
                hangUp();
            }
            return attempt;
        }
    }

    /** Gives the connection up; the next message opens another. */
    public void hangUp() {
        if (open != null) {
            closeQuietly(open);
            open = null;
        }
    }

    @Override
    public void close() {
        hangUp();
    }

    private static void closeQuietly(StagedTransport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // It is closed on our side, and the other side was told or is gone.
        }
    }

    private record Attempt(Stage stage, int code, String text) {

        Answer answer(PolicyRules policy) {
            Outcome outcome = stage.outcome(code);
            boolean aboutUs = outcome == Outcome.REFUSED && policy.isAboutUs(code, text);
            return new Answer(aboutUs ? Outcome.POLICY : outcome, text);
        }

        boolean saysNothing() {
            return stage != Stage.CONNECT && stage != Stage.END && stage.endsConnection(code);
        }
    }

    /** Passed on as it is: the library's own reading would refuse old carrier addresses. */
    private static final class WireAddress extends InternetAddress {

        private static final long serialVersionUID = 1L;

        WireAddress(EmailAddress wire) {
            setAddress(wire.wire());
        }
    }
}

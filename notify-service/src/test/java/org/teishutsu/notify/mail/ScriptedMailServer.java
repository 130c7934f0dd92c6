package org.teishutsu.notify.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/** A real mail server on a free port of this machine that refuses, closes and stalls as a test tells it. */
public final class ScriptedMailServer implements AutoCloseable {

    /** What it does at each step; the default takes everything. */
    public interface Script {

        default boolean greets() {
            return true;
        }

        default void from(String returnPath) throws RejectException {}

        default void recipient(String address) throws RejectException {}

        default After content(String address) throws RejectException {
            return After.ACCEPT;
        }
    }

    /** What it does once it has the whole message. */
    public enum After {
        ACCEPT,
        /** Keeps it, and closes the connection without a word. */
        CLOSE,
        /** Keeps it, and says nothing until {@link #release()}. */
        STALL
    }

    /** One message as it was received. */
    public record Received(String returnPath, String recipient, byte[] bytes) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile Script script = new Script() {};
    private SMTPServer server;

    public ScriptedMailServer() {
        this(0);
    }

    public ScriptedMailServer(int port) {
        server = start(port);
    }

    private SMTPServer start(int port) {
        SMTPServer starting = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .insertReceivedHeaders(false)
                .sessionHandler(new Greeting())
                .messageHandlerFactory(Handler::new)
                .build();
        starting.start();
        return starting;
    }

    public int port() {
        return server.getPortAllocated();
    }

    public void follow(Script next) {
        script = next;
    }

    public List<Received> received() {
        return received;
    }

    public int connections() {
        return connections.get();
    }

    public void release() {
        released.countDown();
    }

    /** Goes away; {@link #comeBack} opens the same port again. */
    public int goAway() {
        int port = port();
        server.stop();
        return port;
    }

    public void comeBack(int port) {
        server = start(port);
    }

    public void reset() {
        received.clear();
        script = new Script() {};
    }

    @Override
    public void close() {
        release();
        server.stop();
    }

    private final class Greeting implements SessionHandler {

        @Override
        public SessionAcceptance accept(Session session) {
            connections.incrementAndGet();
            return script.greets()
                    ? SessionAcceptance.success()
                    : SessionAcceptance.failure(421, "4.3.2 not accepting mail now");
        }

        @Override
        public void onSessionEnd(Session session) {}
    }

    private final class Handler implements MessageHandler {

        private final Session session;
        private String returnPath = "";
        private String address = "";

        Handler(MessageContext context) {
            session = (Session) context;
        }

        @Override
        public void from(String from) throws RejectException {
            returnPath = from;
            script.from(from);
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            address = recipient;
            script.recipient(recipient);
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            byte[] bytes = data.readAllBytes();
            After after = script.content(address);
            received.add(new Received(returnPath, address, bytes));
            if (after == After.CLOSE) {
                session.getSocket().close();
            } else if (after == After.STALL) {
                await();
            }
            return null;
        }

        private void await() {
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new UncheckedIOException(new IOException(e));
            }
        }

        @Override
        public void done() {}
    }
}

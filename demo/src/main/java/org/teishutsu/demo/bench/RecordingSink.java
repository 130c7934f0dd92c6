package org.teishutsu.demo.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Takes every message and answers its final dot after a while, as a server does that looks at what it is given. Knows
 * what came for whom.
 */
final class RecordingSink implements AutoCloseable {

    private final ServerSocket server;
    private final long answerNanos;
    private final AtomicReference<String> first = new AtomicReference<>();
    private final Map<String, List<String>> received = new ConcurrentHashMap<>();
    private final AtomicInteger messages = new AtomicInteger();

    RecordingSink(int port, Duration answer) throws IOException {
        server = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
        answerNanos = answer.toNanos();
        daemon(this::accept);
    }

    /** The first message as it came, lines ended by a line feed; null before. */
    @Nullable String first() {
        return first.get();
    }

    /** Recipient to the Message-IDs that came for him, in their order. */
    Map<String, List<String>> received() {
        return received;
    }

    int messages() {
        return messages.get();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "recording-sink");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                daemon(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The end.
        }
    }

    private void serve(Socket socket) {
        try (socket;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1), 16_384)) {
            OutputStream out = socket.getOutputStream();
            say(out, "220 sink");
            String line = in.readLine();
            String recipient = "";
            while (line != null) {
                if (line.startsWith("RCPT TO:")) {
                    recipient = line.substring(line.indexOf('<') + 1, line.lastIndexOf('>'));
                } else if (line.equals("DATA")) {
                    say(out, "354 go");
                    if (!take(in, recipient)) {
                        return;
                    }
                    LockSupport.parkNanos(answerNanos);
                }
                say(out, line.equals("QUIT") ? "221 bye" : "250 ok");
                line = in.readLine();
            }
        } catch (IOException gone) {
            // The other side has what it wanted.
        }
    }

    /** Whether the message came to its final dot: from then on it is the receiver's. */
    private boolean take(BufferedReader in, String recipient) throws IOException {
        @Nullable StringBuilder message = first.get() == null ? new StringBuilder() : null;
        String id = "";
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            if (line.startsWith("Message-ID:")) {
                id = line;
            }
            if (message != null) {
                message.append(line).append('\n');
            }
            line = in.readLine();
        }
        if (line == null) {
            return false;
        }
        if (message != null) {
            first.compareAndSet(null, message.toString());
        }
        received.computeIfAbsent(recipient, r -> new CopyOnWriteArrayList<>()).add(id);
        messages.incrementAndGet();
        return true;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

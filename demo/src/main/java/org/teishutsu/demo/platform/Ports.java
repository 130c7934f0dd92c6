package org.teishutsu.demo.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports on 127.0.0.1. */
public final class Ports {

    private Ports() {}

    public static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws {@link Trouble} that names the port, who wants it and what to do. */
    static void mustBeFree(int port, String who, String variable) {
        if (!free(port)) {
            throw new Trouble("port " + port + " is taken, and " + who + " needs it: end what listens there, or set "
                    + variable + " to another port");
        }
    }
}

package org.teishutsu.notify;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/**
 * Where tests have their mail server: a free port, on which a test that wants mail starts one. Without it the service
 * finds a mail server that is not there, and waits.
 */
public final class MailFixture implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Map.ofEntries(
                    Map.entry("mail.host", "127.0.0.1"),
                    Map.entry("mail.port", Integer.toString(free.getLocalPort())),
                    Map.entry("mail.from", "oshirase@fx.example"),
                    Map.entry("mail.return-path-domain", "mail.fx.example"),
                    Map.entry("mail.answer-timeout", "1s"),
                    Map.entry("genuine.caller-header", "X-Forwarded-For"),
                    Map.entry("delivery.round", "50ms"),
                    Map.entry("delivery.lease", "10s"),
                    Map.entry("delivery.probe-first", "50ms"),
                    Map.entry("delivery.probe-max", "200ms"),
                    Map.entry("delivery.domain-probe-first", "50ms"),
                    Map.entry("delivery.domain-probe-max", "200ms"),
                    Map.entry("campaign.test-send.domains", "fx.example, Office.example"),
                    Map.entry("campaign.test-send.addresses", "auditor@outside.example"),
                    Map.entry("campaign.watchers", "2"),
                    Map.entry("campaign.watch", "1s"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // Each test ends the server it has started.
    }
}

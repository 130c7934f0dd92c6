package org.teishutsu.notify.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The mail server everything is handed to; opens connections to it. */
@ApplicationScoped
public class MailServer {

    private final MailConfig config;
    private final MailWriter writer;
    private final Session session;
    private final URLName address;
    private final PolicyRules policy = PolicyRules.load();

    public MailServer(MailConfig config, MailNames names) {
        this.config = config;
        EmailAddress from = EmailAddress.parse(config.from())
                .orElseThrow(() -> new IllegalArgumentException("mail.from is not an e-mail address"));
        writer = new MailWriter(
                from,
                config.returnPathDomain(),
                names,
                DkimSigner.of(config.dkim()).orElse(null));
        session = Session.getInstance(properties(config, isOnThisMachine(config.host())));
        @Nullable String username = config.username().orElse(null);
        @Nullable String password = config.password().orElse(null);
        address = new URLName("smtp", config.host(), config.port(), null, username, password);
    }

    /** A connection for one thread; opened when it is first used. */
    public MailConnection connection() {
        return new MailConnection(this, writer, config.messagesPerConnection());
    }

    /** Why the server takes no mail from us at present, or nothing if it does. */
    public Optional<String> refusal() {
        StagedTransport transport = transport();
        try (transport) {
            transport.connect();
            transport.tryMailFrom("bounce+probe@" + config.returnPathDomain());
            return Optional.empty();
        } catch (MessagingException refused) {
            return Optional.of(reason(transport, refused));
        }
    }

    /** Whether the server is on this machine (RFC 5735: loopback), where nothing leaves it. */
    public boolean onThisMachine() {
        return isOnThisMachine(config.host());
    }

    private static boolean isOnThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    StagedTransport transport() {
        return new StagedTransport(session, address);
    }

    PolicyRules policy() {
        return policy;
    }

    Session session() {
        return session;
    }

    static String reason(StagedTransport transport, MessagingException failure) {
        if (!transport.text().isEmpty() && transport.code() / 100 > 3) {
            return transport.text();
        }
        Exception cause = failure.getNextException();
        return cause == null ? String.valueOf(failure.getMessage()) : String.valueOf(cause.getMessage());
    }

    private static Properties properties(MailConfig config, boolean onThisMachine) {
        Properties properties = new Properties();
        put(properties, "localhost", config.returnPathDomain());
        put(properties, "connectiontimeout", config.connectTimeout().toMillis());
        put(properties, "timeout", config.answerTimeout().toMillis());
        put(properties, "writetimeout", config.writeTimeout().toMillis());
        put(properties, "auth", config.username().isPresent());
        boolean startTls =
                config.tls() == MailConfig.Tls.REQUIRED || (config.tls() == MailConfig.Tls.AUTO && !onThisMachine);
        put(properties, "starttls.enable", startTls);
        put(properties, "starttls.required", startTls);
        put(properties, "ssl.enable", config.tls() == MailConfig.Tls.IMPLICIT);
        put(properties, "ssl.checkserveridentity", true);
        return properties;
    }

    private static void put(Properties properties, String name, Object value) {
        properties.setProperty("mail.smtp." + name, value.toString());
    }
}

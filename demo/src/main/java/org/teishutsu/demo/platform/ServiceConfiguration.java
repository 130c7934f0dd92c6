package org.teishutsu.demo.platform;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each service is told: ports, database, users, the other service, mail. */
public final class ServiceConfiguration {

    /**
     * Where a new run begins.
     *
     * @param drillClock the first instant of a drill's clock; empty: now
     */
    public record Start(Optional<Instant> drillClock) {}

    private static final List<String> SENDER = List.of("MAIL_FROM", "MAIL_RETURN_PATH_DOMAIN");
    private static final String SERVICE_USER = "service";

    private final Settings settings;
    private final RunFolder run;
    private final Mode mode;
    private final Start start;
    private final int postgresPort;
    private final int mailPort;
    private final Secrets secrets;
    private final Credentials credentials;

    ServiceConfiguration(
            Settings settings,
            RunFolder run,
            Mode mode,
            Start start,
            int postgresPort,
            int mailPort,
            Secrets secrets,
            Credentials credentials) {
        this.settings = settings;
        this.run = run;
        this.mode = mode;
        this.start = start;
        this.postgresPort = postgresPort;
        this.mailPort = mailPort;
        this.secrets = secrets;
        this.credentials = credentials;
    }

    Map<String, String> of(String service) throws IOException {
        boolean report = service.equals("report-service");
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("quarkus.http.host", "127.0.0.1");
        keys.put("quarkus.http.port", Integer.toString(report ? settings.reportPort() : settings.notifyPort()));
        database(keys, report ? PostgresDatabases.REPORT : PostgresDatabases.NOTIFY);
        keys.put("suite.drill", Boolean.toString(mode.drill()));
        start.drillClock().ifPresent(instant -> keys.put("suite.drill-clock-start", instant.toString()));
        keys.put(
                "suite.other-service.url",
                "http://127.0.0.1:" + (report ? settings.notifyPort() : settings.reportPort()));
        keys.put("suite.other-service.password", credentials.user(SERVICE_USER).password());
        for (Credentials.User user : credentials.all()) {
            keys.put("quarkus.security.users.embedded.users.\"" + user.name() + "\"", user.password());
            keys.put("quarkus.security.users.embedded.roles.\"" + user.name() + "\"", user.role());
        }
        if (report) {
            keys.put(
                    "report.evidence.folder",
                    settings.run().resolve("evidence").toAbsolutePath().toString());
            staffMail(keys);
            keys.put("report.callback.key", secrets.get("callback") + secrets.get("callback-2"));
        } else {
            mail(keys);
            vault(keys);
            keys.put("letter.folder", run.letters().toString());
        }
        return keys;
    }

    private void database(Map<String, String> keys, String name) throws IOException {
        keys.put("quarkus.datasource.jdbc.url", PostgresDatabases.url(postgresPort, name));
        keys.put("quarkus.datasource.username", name);
        keys.put("quarkus.datasource.password", secrets.get(name));
    }

    /** Reminders go through the same server; a drill's through the local receiver. */
    private void staffMail(Map<String, String> keys) {
        Map<String, String> environment = mode.drill() ? Map.of() : settings.environment();
        keys.put("quarkus.mailer.host", environment.getOrDefault("MAIL_HOST", "127.0.0.1"));
        keys.put("quarkus.mailer.port", environment.getOrDefault("MAIL_PORT", Integer.toString(mailPort)));
        keys.put("quarkus.mailer.from", environment.getOrDefault("MAIL_FROM", "no-reply@sample-fx.example"));
    }

    /** The service makes the key files at its first start; afterwards they are what this run's database opens with. */
    private void vault(Map<String, String> keys) {
        keys.put("vault.sealing-key-file", run.sealingKeys().toString());
        keys.put("vault.lookup-key-file", run.lookupKeys().toString());
        keys.put("vault.make-keys", "true");
    }

    /**
     * For real, nobody listens there until MAIL_HOST and MAIL_PORT name a server: then nothing leaves, nor is lost. The
     * environment stands above this file, and in a drill MAIL_ is taken out of it.
     */
    private void mail(Map<String, String> keys) {
        Map<String, String> environment = settings.environment();
        if (!mode.drill()
                && environment.containsKey("MAIL_HOST")
                && !environment.keySet().containsAll(SENDER)) {
            throw new Trouble("MAIL_HOST is set, so " + String.join(" and ", SENDER)
                    + " must be too: in whose name is mail sent, and where do its returns go?");
        }
        keys.put("mail.host", "127.0.0.1");
        keys.put("mail.port", Integer.toString(mailPort));
        keys.put("mail.from", "no-reply@sample-fx.example");
        keys.put("mail.return-path-domain", "return.sample-fx.example");
    }
}

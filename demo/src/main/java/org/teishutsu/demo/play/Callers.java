package org.teishutsu.demo.play;

import java.net.http.HttpClient;
import java.time.Duration;
import org.teishutsu.demo.platform.Credentials;
import org.teishutsu.demo.platform.Settings;

/** Everybody who calls, at both services. */
public final class Callers {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String report;
    private final String notify;
    private final Credentials credentials;

    public Callers(Settings settings, Credentials credentials) {
        this.report = "http://127.0.0.1:" + settings.reportPort();
        this.notify = "http://127.0.0.1:" + settings.notifyPort();
        this.credentials = credentials;
    }

    /** report-service as this user. */
    public Api report(String user) {
        return new Api(http, report, credentials.user(user));
    }

    /** notify-service as this user. */
    public Api notify(String user) {
        return new Api(http, notify, credentials.user(user));
    }

    /** The service of this short name, {@code report} or {@code notify}. */
    Api at(String service, String user) {
        return switch (service) {
            case "report" -> report(user);
            case "notify" -> notify(user);
            default -> throw new IllegalArgumentException("no service " + service);
        };
    }
}

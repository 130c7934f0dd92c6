package org.teishutsu.report.restriction;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.teishutsu.platform.drill.Drill;

/** One signed call. It goes to the address that was looked at, follows no redirect, and reads nothing of the answer. */
@Singleton
class CallbackCall {
    static final String SIGNATURE = "Teishutsu-Signature";
    static final String TIMESTAMP = "Teishutsu-Timestamp";
    static final String EVENT = "Teishutsu-Event";

    private final HttpClient client;
    private final CallbackConfig config;
    private final Drill drill;
    private final Clock machine = Clock.systemUTC();

    CallbackCall(Vertx vertx, CallbackConfig config, Drill drill) {
        this.config = config;
        this.drill = drill;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(false).setVerifyHost(true).setConnectTimeout((int)
                        config.timeout().toMillis()));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** The status of the answer. */
    int post(CallbackTarget target, String secret, UUID event, String body)
            throws InterruptedException, ExecutionException, TimeoutException {
        InetAddress address = target.resolve(config.allowedHosts().orElse(Set.of()), drill.active());
        long timestamp = machine.instant().getEpochSecond();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, target.port())))
                .setHost(target.host())
                .setPort(target.port())
                .setSsl(target.tls())
                .setURI(target.pathAndQuery())
                .setFollowRedirects(false)
                .setTimeout(config.timeout().toMillis())
                .putHeader("Content-Type", "application/json")
                .putHeader(EVENT, event.toString())
                .putHeader(TIMESTAMP, String.valueOf(timestamp))
                .putHeader(SIGNATURE, CallbackSignature.sign(secret, timestamp, body));
        Future<Integer> status = client.request(options)
                .compose(request -> request.send(body).map(response -> {
                    request.connection().close();
                    return response.statusCode();
                }));
        return status.toCompletionStage()
                .toCompletableFuture()
                .get(2 * config.timeout().toMillis(), TimeUnit.MILLISECONDS);
    }
}

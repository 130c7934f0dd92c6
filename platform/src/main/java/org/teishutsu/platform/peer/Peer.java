package org.teishutsu.platform.peer;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.inject.Singleton;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.teishutsu.platform.SuiteConfig;
import org.teishutsu.platform.security.Roles;

/** Makes clients of the other service, which call it as the user {@code service} and give up in time. */
@Singleton
public class Peer {

    private final SuiteConfig.OtherService config;

    Peer(SuiteConfig suite) {
        this.config = suite.otherService();
    }

    /** A client of an interface with JAX-RS annotations. */
    public <T> T client(Class<T> type) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(config.url())
                .connectTimeout(config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(config.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .register(new SignIn(config.password().orElse("")))
                .build(type);
    }

    private record SignIn(String header) implements ClientRequestFilter {

        private SignIn {
            String user = Roles.SERVICE + ":" + header;
            header = "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void filter(ClientRequestContext request) {
            request.getHeaders().putSingle("Authorization", header);
        }

        @Override
        public String toString() {
            return "SignIn[" + Roles.SERVICE + "]";
        }
    }
}

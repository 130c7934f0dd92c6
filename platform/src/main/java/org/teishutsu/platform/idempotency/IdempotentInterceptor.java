package org.teishutsu.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.security.Who;

/** Keeps what {@link Idempotent} promises, around the resource method and in one transaction with its effect. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class IdempotentInterceptor {

    static final String HEADER = "Idempotency-Key";
    private static final int MAX_KEY_LENGTH = 200;

    private final IdempotencyKeys keys;
    private final ObjectMapper json;
    private final Who who;
    private final HttpServerRequest request;

    IdempotentInterceptor(IdempotencyKeys keys, ObjectMapper json, Who who, HttpServerRequest request) {
        this.keys = keys;
        this.json = json;
        this.who = who;
        this.request = request;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        String key = request.getHeader(HEADER);
        if (key == null) {
            return call.proceed();
        }
        String scope = scope(key, who.name(), request);
        String digest = digest(call.getParameters());
        return QuarkusTransaction.joiningExisting().call(() -> once(call, scope, digest));
    }

    /** What a key belongs to. */
    static String scope(String key, String user, HttpServerRequest request) {
        if (key.isBlank() || key.length() > MAX_KEY_LENGTH) {
            throw ProblemException.invalid(HEADER, "must have 1 to " + MAX_KEY_LENGTH + " characters");
        }
        return user + " " + request.method() + " " + request.path() + " " + key;
    }

    private Response once(InvocationContext call, String scope, String digest) throws Exception {
        if (!keys.hold(scope)) {
            throw new ProblemException(ProblemType.UNDER_WAY, "A call with this " + HEADER + " is still under way");
        }
        Optional<IdempotencyKeys.Answer> earlier = keys.find(scope);
        if (earlier.isPresent()) {
            return again(earlier.get(), digest);
        }
        Response answer = (Response) call.proceed();
        keys.store(
                scope,
                new IdempotencyKeys.Answer(
                        digest,
                        answer.getStatus(),
                        answer.getHeaderString(HttpHeaders.LOCATION),
                        answer.hasEntity() ? json.writeValueAsString(answer.getEntity()) : null));
        return answer;
    }

    private static Response again(IdempotencyKeys.Answer earlier, String digest) {
        if (!earlier.requestDigest().equals(digest)) {
            throw new ProblemException(
                    ProblemType.KEY_USED_DIFFERENTLY,
                    "This " + HEADER + " was used for another content: a new call needs a new key");
        }
        Response.ResponseBuilder answer =
                Response.status(earlier.status()).entity(earlier.body()).type(MediaType.APPLICATION_JSON);
        return earlier.location() == null
                ? answer.build()
                : answer.location(URI.create(earlier.location())).build();
    }

    private String digest(@Nullable Object[] parameters) throws JsonProcessingException, NoSuchAlgorithmException {
        String content = json.writeValueAsString(Arrays.asList(parameters));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
    }
}

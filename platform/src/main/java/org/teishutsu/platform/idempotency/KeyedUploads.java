package org.teishutsu.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.security.Who;

/**
 * The {@code Idempotency-Key} of calls whose content is a file too large to be held as a parameter, so that what they
 * were called with is known only once the file has been read through. Keys belong to user, method and path and are kept
 * 24 hours, as with {@link Idempotent}.
 */
@Singleton
public class KeyedUploads {

    private final IdempotencyKeys keys;
    private final ObjectMapper json;
    private final Who who;
    private final HttpServerRequest request;

    KeyedUploads(IdempotencyKeys keys, ObjectMapper json, Who who, HttpServerRequest request) {
        this.keys = keys;
        this.json = json;
        this.who = who;
        this.request = request;
    }

    /**
     * A key of the current call.
     *
     * @param scope whom and what it belongs to
     * @param parameters of the call, beside the file
     */
    public record Key(String scope, String parameters) {

        private String digest(String sha256) {
            return sha256 + " " + parameters;
        }
    }

    /**
     * What was answered under a key.
     *
     * @param body JSON
     */
    public record Answered(int status, String location, String body) {

        /** The same answer again. */
        public Response again() {
            return Response.status(status)
                    .location(URI.create(location))
                    .entity(body)
                    .type(MediaType.APPLICATION_JSON)
                    .build();
        }
    }

    /** The key of the current call, if it has one. */
    public Optional<Key> ofCall() {
        String key = request.getHeader(IdempotentInterceptor.HEADER);
        return key == null
                ? Optional.empty()
                : Optional.of(new Key(
                        IdempotentInterceptor.scope(key, who.name(), request),
                        Objects.requireNonNullElse(request.query(), "")));
    }

    /** Whether a call with this key was answered already. Joins the caller's transaction. */
    public boolean isUsed(Key key) {
        return keys.find(key.scope()).isPresent();
    }

    /**
     * The answer given under a key; if there is none yet, the key is held to the end of the caller's transaction.
     *
     * @param sha256 of the file of this call
     * @throws ProblemException ALREADY_EXISTS if the key was used for another file or other parameters, UNDER_WAY if
     *     another call with it is at work
     */
    public Optional<Answered> answered(Key key, String sha256) {
        if (!keys.hold(key.scope())) {
            throw new ProblemException(
                    ProblemType.UNDER_WAY, "A call with this " + IdempotentInterceptor.HEADER + " is still under way");
        }
        Optional<IdempotencyKeys.Answer> earlier = keys.find(key.scope());
        if (earlier.isPresent() && !earlier.get().requestDigest().equals(key.digest(sha256))) {
            throw new ProblemException(
                    ProblemType.ALREADY_EXISTS,
                    "This " + IdempotentInterceptor.HEADER
                            + " was used for another file or with other parameters: a new call needs a new key");
        }
        return earlier.map(answer -> new Answered(
                answer.status(),
                Objects.requireNonNullElse(answer.location(), ""),
                Objects.requireNonNullElse(answer.body(), "")));
    }

    /** Keeps the answer in the caller's transaction, which is that of the effect. */
    public void store(Key key, String sha256, int status, String location, Object answer) {
        try {
            keys.store(
                    key.scope(),
                    new IdempotencyKeys.Answer(key.digest(sha256), status, location, json.writeValueAsString(answer)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

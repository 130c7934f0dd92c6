package org.teishutsu.notify.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.idempotency.KeyedUploads;

/** The idempotency key of one upload, or none: the same file under it again gets the first answer and no import. */
final class UploadKey {

    private final KeyedUploads uploads;
    private final KeyedUploads.@Nullable Key key;
    private @Nullable String sha256;

    UploadKey(KeyedUploads uploads, KeyedUploads.@Nullable Key key) {
        this.uploads = uploads;
        this.key = key;
    }

    /**
     * What was answered to this very call before. Reads the body only if the key was used, and then to its end: whether
     * it is the same file is known by its sum.
     */
    Optional<Response> earlierAnswer(InputStream body) {
        if (key == null || !QuarkusTransaction.requiringNew().call(() -> uploads.isUsed(key))) {
            return Optional.empty();
        }
        try (ListFile file = ListFile.receive(body)) {
            return QuarkusTransaction.requiringNew()
                    .call(() -> uploads.answered(key, file.sha256Hex()))
                    .map(KeyedUploads.Answered::again);
        } catch (IOException cut) {
            throw new ProblemException(ProblemType.UNREADABLE_FILE, "The file did not arrive completely");
        }
    }

    /** Of two calls at once with one key the second is refused. In the transaction that stages the file. */
    void hold(ListFile file) {
        sha256 = file.sha256Hex();
        if (key != null && uploads.answered(key, file.sha256Hex()).isPresent()) {
            throw new ProblemException(
                    ProblemType.UNDER_WAY,
                    "A call with this key has just been answered: the same call again gets that");
        }
    }

    /** Keeps the answer in the transaction that stages the file. */
    ImportView answered(ImportView staged) {
        if (key != null && sha256 != null) {
            uploads.store(key, sha256, Response.Status.CREATED.getStatusCode(), location(staged), staged);
        }
        return staged;
    }

    /** The answer to an upload. */
    static Response created(ImportView staged) {
        return Response.created(URI.create(location(staged))).entity(staged).build();
    }

    private static String location(ImportView staged) {
        return "/imports/" + staged.id();
    }
}

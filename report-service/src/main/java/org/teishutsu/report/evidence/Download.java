package org.teishutsu.report.evidence;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HexFormat;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;

/** A file on its way out, with the hash it came in with as ETag and as Repr-Digest (RFC 9530). */
final class Download {
    private Download() {}

    static Response of(EvidenceService.Stored file, Request request) {
        EvidenceView.Version version = file.version();
        EntityTag tag = new EntityTag(version.sha256());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.build();
        }
        if (!Files.isReadable(file.path())) {
            throw new ProblemException(
                    ProblemType.UNAVAILABLE, "The bytes of this version are not there: restore them from a backup");
        }
        return Response.ok(file.path(), version.mediaType())
                .tag(tag)
                .header("Repr-Digest", "sha-256=:" + base64(version.sha256()) + ":")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded(version.fileName()))
                // What was sent in is shown by nobody's browser as a page of this service.
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    /** As RFC 8187 wants it: what a form would write as a plus is a space here. */
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}

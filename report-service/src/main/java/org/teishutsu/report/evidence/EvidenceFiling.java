package org.teishutsu.report.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.teishutsu.platform.idempotency.Idempotent;
import org.teishutsu.report.platform.Created;

/** Files what has come in, once a key: here the content of a call is known by its hash, which the body's stream is not. */
@ApplicationScoped
class EvidenceFiling {
    private final EvidenceService evidence;

    EvidenceFiling(EvidenceService evidence) {
        this.evidence = evidence;
    }

    @Idempotent
    Response record(NewEvidence entered, ReceivedFile file, String by) {
        EvidenceView recorded = evidence.record(entered, file, by);
        return Created.at("/evidence/" + recorded.id(), recorded);
    }

    @Idempotent
    Response addVersion(UUID id, ReceivedFile file, String by) {
        return Created.at("/evidence/" + id, evidence.addVersion(id, file, by));
    }
}

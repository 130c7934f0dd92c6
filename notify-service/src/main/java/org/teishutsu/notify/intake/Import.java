package org.teishutsu.notify.intake;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.id.Ids;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.security.Who;

/** A list of exposures of one incident, from its reception to the ledger (取込). */
@Entity
@Table(name = "import")
class Import {

    @Id
    private UUID id;

    private String incident;
    private @Nullable String fileName;

    @Enumerated(EnumType.STRING)
    private ImportState state;

    private Instant receivedAt;
    private String receivedBy;
    private @Nullable String encoding;
    private @Nullable String sha256;
    private @Nullable Long bytes;
    private RowCounts counts = RowCounts.NONE;
    private @Nullable String digest;
    private @Nullable Instant stagedAt;
    private @Nullable Instant appliedAt;
    private @Nullable String appliedBy;
    private @Nullable Instant discardedAt;
    private @Nullable String discardedBy;
    private @Nullable String discardReason;
    private @Nullable Instant failedAt;
    private @Nullable String failure;

    /** For Hibernate. */
    protected Import() {}

    static Import received(String incident, @Nullable String fileName, String by, Instant now) {
        Import list = new Import();
        list.id = Ids.next();
        list.incident = incident;
        list.fileName = fileName;
        list.state = ImportState.RECEIVING;
        list.receivedAt = now;
        list.receivedBy = by;
        return list;
    }

    void stage(ListFile file, @Nullable ListEncoding read, Picture picture, Instant now) {
        moveTo(ImportState.STAGED);
        encoding = read == null ? null : read.charsetName();
        sha256 = file.sha256Hex();
        bytes = file.size();
        stagedAt = now;
        lookAt(picture);
    }

    /** Takes note of what the list would do to the ledger of today. */
    void lookAt(Picture picture) {
        counts = picture.counts();
        digest = picture.digest(id, String.valueOf(sha256));
    }

    /** What must hold before anything is looked at again or applied. */
    void requireApplicable(String by) {
        state.moveTo(ImportState.APPLIED, name());
        Who.requireFourEyes(receivedBy, by, name());
    }

    /** Whether this is still what a digest was given for. */
    boolean isWhatWasLookedAt(String lookedAt) {
        return lookedAt.equals(digest);
    }

    void apply(String by, Instant now) {
        requireApplicable(by);
        moveTo(ImportState.APPLIED);
        appliedAt = now;
        appliedBy = by;
    }

    void discard(String reason, String by, Instant now) {
        moveTo(ImportState.DISCARDED);
        discardedAt = now;
        discardedBy = by;
        discardReason = reason;
    }

    void fail(String why, Instant now) {
        moveTo(ImportState.FAILED);
        failedAt = now;
        failure = why;
    }

    ProblemException changedSince() {
        return new ProblemException(
                ProblemType.CHANGED_SINCE,
                name() + " is not what was looked at: the ledger has changed, or the digest is of something else;"
                        + " look again");
    }

    private void moveTo(ImportState next) {
        state = state.moveTo(next, name());
    }

    private String name() {
        return "import " + id;
    }

    UUID id() {
        return id;
    }

    String incident() {
        return incident;
    }

    RowCounts counts() {
        return counts;
    }

    ImportView view(Details details) {
        return new ImportView(
                id,
                incident,
                fileName,
                state,
                encoding,
                sha256,
                bytes,
                counts.rows(),
                counts.newRows(),
                counts.changed(),
                counts.unchanged(),
                counts.duplicate(),
                counts.waiting(),
                counts.rejected(),
                counts.contactDiffers(),
                details.combinations(),
                details.waitingFor(),
                details.reading(),
                digest,
                receivedAt,
                receivedBy,
                stagedAt,
                appliedAt,
                appliedBy,
                discardedAt,
                discardedBy,
                discardReason,
                failedAt,
                failure);
    }
}

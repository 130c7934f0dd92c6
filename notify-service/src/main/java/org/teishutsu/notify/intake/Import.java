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

    @Enumerated(EnumType.STRING)
    private ImportMode mode;

    private @Nullable String reason;
    private @Nullable UUID decides;
    private @Nullable String encoding;
    private @Nullable String sha256;
    private @Nullable Long bytes;
    private RowCounts counts = RowCounts.NONE;
    private long ledgerVersion;
    private @Nullable String digest;
    private @Nullable Instant stagedAt;
    private @Nullable Instant appliedAt;
    private @Nullable String appliedBy;
    private @Nullable Instant discardedAt;
    private @Nullable String discardedBy;
    private @Nullable String discardReason;
    private @Nullable Instant rejectionsErasedAt;
    private @Nullable Instant failedAt;
    private @Nullable String failure;

    /** For Hibernate. */
    protected Import() {}

    static Import received(String incident, @Nullable String fileName, Purpose purpose, String by, Instant now) {
        Import list = new Import();
        list.id = Ids.next();
        list.incident = incident;
        list.fileName = fileName;
        list.state = ImportState.RECEIVING;
        list.mode = purpose.mode();
        list.reason = purpose.reason();
        list.receivedAt = now;
        list.receivedBy = by;
        return list;
    }

    /** The import that carries on what waited in another one, as somebody decided; nothing is decided yet. */
    static Import deciding(Import other, String by, Instant now) {
        if (other.state != ImportState.APPLIED || other.decides != null) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION,
                    other.name() + " is " + other.state + ": its waiting rows are decided on once the rest is APPLIED");
        }
        Import list = received(other.incident, null, other.purpose(), by, now);
        list.decides = other.id;
        list.moveTo(ImportState.STAGED);
        list.stagedAt = now;
        return list;
    }

    /** When it came to be, once that is known. */
    void stamp(Instant now) {
        receivedAt = now;
        stagedAt = now;
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
        ledgerVersion = picture.ledgerVersion();
        digest = picture.digest(String.join("\n", id.toString(), String.valueOf(sha256), mode.name(), reason + ""));
    }

    /** Whether the picture is of this ledger, so that there is no need to look again. */
    boolean isPictureOf(long version) {
        return ledgerVersion == version;
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

    /** Its rejected rows are no longer there. */
    void rejectionsErased(Instant now) {
        rejectionsErasedAt = now;
    }

    @Nullable Instant rejectionsErasedAt() {
        return rejectionsErasedAt;
    }

    /** The first reason stays. */
    void fail(String why, Instant now) {
        if (state == ImportState.FAILED) {
            return;
        }
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

    Purpose purpose() {
        return new Purpose(mode, reason);
    }

    /** The list whose waiting rows this one carries on, if it does. */
    @Nullable UUID decides() {
        return decides;
    }

    /** The list with which its rows are staged. */
    UUID rowsOf() {
        return decides == null ? id : decides;
    }

    String receivedBy() {
        return receivedBy;
    }

    ImportState state() {
        return state;
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
                mode,
                reason,
                decides,
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
                counts.dropped(),
                counts.ended(),
                counts.newRecipients(),
                counts.knownRecipients(),
                counts.contactDiffers(),
                details.combinations(),
                details.before(),
                details.after(),
                details.waitingFor(),
                details.decisions(),
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
                rejectionsErasedAt,
                failedAt,
                failure);
    }
}

package org.teishutsu.report.filing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.UUID;

/** The bytes of one rendering as they were released; append-only. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are read by queries only
@IdClass(FilingDocument.Key.class)
class FilingDocument {
    @Id
    private UUID filingId;

    @Id
    private int releaseNo;

    @Id
    @Enumerated(EnumType.STRING)
    private RenderingName rendering;

    private String sha256;
    private byte[] bytes;

    protected FilingDocument() {}

    FilingDocument(Filing filing, RenderingName rendering, byte[] bytes) {
        this.filingId = filing.id();
        this.releaseNo = filing.releaseNo();
        this.rendering = rendering;
        this.sha256 = Digests.sha256(bytes);
        this.bytes = bytes.clone();
    }

    RenderingName rendering() {
        return rendering;
    }

    String sha256() {
        return sha256;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** One a release and rendering. */
    record Key(UUID filingId, int releaseNo, RenderingName rendering) implements Serializable {}
}

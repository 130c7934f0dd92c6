package org.teishutsu.notify.intake;

import jakarta.inject.Singleton;
import org.teishutsu.platform.idempotency.KeyedUploads;

/** The idempotency keys of uploads. */
@Singleton
class UploadKeys {

    private final KeyedUploads uploads;

    UploadKeys(KeyedUploads uploads) {
        this.uploads = uploads;
    }

    /** That of the current call, which may have none. */
    UploadKey ofCall() {
        return new UploadKey(uploads, uploads.ofCall().orElse(null));
    }
}

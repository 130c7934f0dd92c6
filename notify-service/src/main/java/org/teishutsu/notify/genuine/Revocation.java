package org.teishutsu.notify.genuine;

import java.time.Instant;
import java.util.UUID;

/**
 * A number that is not confirmed any more.
 *
 * @param inquiryNumber the one the recipient has instead
 */
record Revocation(UUID recipient, String inquiryNumber, String reason, Instant recordedAt, String by) {

    /** Masked: whoever has the number passes for the recipient. */
    @Override
    public String toString() {
        return "Revocation[" + recipient + "]";
    }
}

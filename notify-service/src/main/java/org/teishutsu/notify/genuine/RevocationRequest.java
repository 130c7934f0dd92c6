package org.teishutsu.notify.genuine;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Which number is not to be confirmed any more, and why.
 *
 * @param reason readable by the auditor, so it names nobody
 */
record RevocationRequest(
        @NotBlank @Size(max = 100) String inquiryNumber,
        @NotBlank @Size(max = 1000) String reason) {

    /** Masked: whoever has the number passes for the recipient. */
    @Override
    public String toString() {
        return "RevocationRequest[***]";
    }
}

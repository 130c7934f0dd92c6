package org.teishutsu.notify.campaign;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a campaign is to correct what it said.
 *
 * @param template an approved correction for e-mail
 * @param letterTemplate an approved correction for letters; absent if the batches of letters are to name theirs
 * @param explanation how the error came about, in the firm's words; it names nobody
 */
record CorrectionWordingRequest(
        @NotNull UUID template,
        @Nullable UUID letterTemplate,
        @Nullable @Size(max = 2000) String explanation) {

    String explained() {
        return explanation == null ? "" : explanation;
    }
}

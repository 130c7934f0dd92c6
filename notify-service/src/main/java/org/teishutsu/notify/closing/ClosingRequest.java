package org.teishutsu.notify.closing;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.ClosingReason;
import org.teishutsu.common.figures.NotToldReason;

/**
 * Whom to close, and why: some by name, or all those of a campaign who are not told for one reason.
 *
 * @param reason with CLOSED, and only then
 * @param ground in words; readable by the auditor, so it names nobody
 * @param campaign whose list it is; with {@code recipients}: what of theirs is closed, everything if it is absent
 * @param notTold why those of the campaign's list are not told
 * @param nothingLeft of them only those for whom no channel is left to be tried
 */
record ClosingRequest(
        @NotNull ClosingKind kind,
        @Nullable ClosingReason reason,
        @NotBlank @Size(max = 1000) String ground,
        @Nullable UUID campaign,
        @Nullable @Size(min = 1, max = 1000) List<@NotNull UUID> recipients,
        @Nullable NotToldReason notTold,
        @Nullable Boolean nothingLeft) {

    @AssertTrue(message = "is named with CLOSED, and only then") boolean isReason() {
        return kind == null || (kind == ClosingKind.CLOSED) == (reason != null);
    }

    @AssertTrue(message = "or campaign with notTold must be named, and not both") boolean isRecipients() {
        return recipients != null ? notTold == null && nothingLeft == null : campaign != null && notTold != null;
    }

    boolean onlyIfNothingLeft() {
        return nothingLeft != null && nothingLeft;
    }
}

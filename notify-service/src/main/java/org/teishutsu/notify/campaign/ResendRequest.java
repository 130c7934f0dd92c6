package org.teishutsu.notify.campaign;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * To whom the message is to be sent once more.
 *
 * @param reason readable by the auditor, so it names nobody
 */
record ResendRequest(
        @NotNull UUID recipient, @NotBlank @Size(max = 1000) String reason) {}

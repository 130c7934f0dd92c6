package org.teishutsu.notify.intake;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a list is not to be applied. */
record DiscardBody(@NotBlank @Size(max = 1000) String reason) {}

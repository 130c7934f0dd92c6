package org.teishutsu.notify.intake;

import jakarta.validation.constraints.NotBlank;

/**
 * The release of a list.
 *
 * @param digest of what was looked at
 */
record ApplicationBody(@NotBlank String digest) {}

package org.teishutsu.notify.merge;

import jakarta.validation.constraints.NotBlank;

/**
 * A second person's word on a decision.
 *
 * @param digest of what was looked at
 */
record MergeRelease(@NotBlank String digest) {}

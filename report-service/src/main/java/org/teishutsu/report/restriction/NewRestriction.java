package org.teishutsu.report.restriction;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.teishutsu.report.platform.Prose;

/** What an officer enters of a restriction. */
record NewRestriction(
        @NotNull RestrictionKind kind,
        @NotNull Instant from,
        @NotBlank @Prose @Size(max = 2000) String ground) {}

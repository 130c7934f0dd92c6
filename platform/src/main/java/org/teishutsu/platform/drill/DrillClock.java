package org.teishutsu.platform.drill;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * The drill's clock, as asked for and as told.
 *
 * @param instant where it stands, or is to stand
 */
public record DrillClock(@NotNull Instant instant) {}

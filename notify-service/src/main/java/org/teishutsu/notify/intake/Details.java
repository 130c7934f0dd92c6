package org.teishutsu.notify.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.Combination;

/**
 * What is kept of a list beside its header.
 *
 * @param combinations of the new, changed and unchanged rows, most frequent first
 * @param waitingFor how many rows wait for which decision
 * @param reading how the file was read, once it is
 */
record Details(
        List<Combination> combinations,
        Map<Conflict, Long> waitingFor,
        @Nullable Reading reading) {}

package org.teishutsu.notify.intake;

import java.util.List;
import java.util.Map;
import org.teishutsu.common.figures.Combination;

/**
 * What is kept of a list beside its header.
 *
 * @param combinations of the new, changed and unchanged rows, most frequent first
 * @param waitingFor how many rows wait for which decision
 */
record Details(List<Combination> combinations, Map<Conflict, Long> waitingFor) {}

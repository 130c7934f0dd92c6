package org.teishutsu.notify.exposure;

import java.time.Instant;
import java.util.List;
import org.teishutsu.common.figures.Combination;

/**
 * Which items leaked together how often in one incident.
 *
 * @param exposures records (件), the sum of the combinations
 * @param combinations most frequent first
 */
record CombinationTable(String incident, Instant asOf, long exposures, List<Combination> combinations) {}

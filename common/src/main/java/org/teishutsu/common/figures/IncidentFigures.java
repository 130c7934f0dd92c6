package org.teishutsu.common.figures;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;

/**
 * The figures of one incident.
 *
 * @param incident its code
 * @param exposures records (件): one for each recipient who is in it
 * @param combinations most frequent first, then by items; they sum to {@code exposures}, or the ledger is at fault
 * @param reach persons (人) of this incident by how far they have been told, every key present
 */
public record IncidentFigures(String incident, long exposures, List<Combination> combinations, Map<Reach, Long> reach) {

    public IncidentFigures {
        Counts.requireNotNegative("exposures", exposures);
        combinations = List.copyOf(combinations);
        reach = Counts.complete(Reach.class, reach);
    }

    /** What the combinations add up to, in records. */
    @JsonIgnore
    public long sumOfCombinations() {
        return combinations.stream().mapToLong(Combination::exposures).sum();
    }

    /** What the reach table adds up to, in persons. */
    @JsonIgnore
    public long sumOfReach() {
        return Counts.sum(reach);
    }
}

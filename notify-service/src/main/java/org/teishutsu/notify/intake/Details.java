package org.teishutsu.notify.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.Combination;

/**
 * What is kept of a list beside its header.
 *
 * @param combinations of the new, changed and unchanged rows, most frequent first
 * @param before the whole incident before the list
 * @param after the whole incident after it
 * @param waitingFor how many rows wait for which decision still
 * @param decisions how many rows waited and do no longer, by what has become of them
 * @param reading how the file was read, once it is
 */
record Details(
        List<Combination> combinations,
        Table before,
        Table after,
        Map<Conflict, Long> waitingFor,
        Map<Standing, Long> decisions,
        @Nullable Reading reading) {

    /**
     * An incident by combination.
     *
     * @param exposures records (件), the sum of the combinations
     */
    record Table(long exposures, List<Combination> combinations) {

        static Table of(List<Combination> combinations) {
            return new Table(
                    combinations.stream().mapToLong(Combination::exposures).sum(), combinations);
        }
    }

    /** How far a decision has got. */
    enum Standing {
        /** Decided, and the import that carries it out is not applied yet. */
        DECIDED,
        /** Carried out. */
        APPLIED
    }
}

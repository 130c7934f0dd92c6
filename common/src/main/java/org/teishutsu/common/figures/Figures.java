package org.teishutsu.common.figures;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Counts of people and records as of an instant (集計): what notify-service tells report-service. Holds no personal
 * data. The same instant asked again gives the same answer, byte for byte.
 *
 * @param asOf only facts recorded up to this instant count (基準日時)
 * @param noReturnAfter the waiting time that was in force at that instant
 * @param incidents by code
 * @param union all of them together
 */
public record Figures(Instant asOf, NoReturnAfter noReturnAfter, List<IncidentFigures> incidents, UnionFigures union) {

    public Figures {
        incidents = incidents.stream()
                .sorted(Comparator.comparing(IncidentFigures::incident))
                .toList();
    }
}

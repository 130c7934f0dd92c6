package org.teishutsu.notify.figures;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.teishutsu.common.figures.CallOutcome;
import org.teishutsu.common.figures.Channel;
import org.teishutsu.common.figures.ClosingReason;
import org.teishutsu.common.figures.Combination;
import org.teishutsu.common.figures.CorrectionState;
import org.teishutsu.common.figures.DeliveryState;
import org.teishutsu.common.figures.Figures;
import org.teishutsu.common.figures.HarmFinding;
import org.teishutsu.common.figures.IncidentFigures;
import org.teishutsu.common.figures.InquiryKind;
import org.teishutsu.common.figures.NoReturnAfter;
import org.teishutsu.common.figures.NotToldReason;
import org.teishutsu.common.figures.Reach;
import org.teishutsu.common.figures.UnionFigures;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.notify.exposure.Exposures;
import org.teishutsu.notify.figures.FigureFacts.Count;
import org.teishutsu.platform.time.Facts;

/** Answers what was known at an instant; the same instant asked again gets the same answer, byte for byte. */
@Singleton
public class FigureService {

    private final Facts facts;
    private final Exposures exposures;
    private final FigureFacts figureFacts;
    private final WaitingTimes waitingTimes;

    FigureService(Facts facts, Exposures exposures, FigureFacts figureFacts, WaitingTimes waitingTimes) {
        this.facts = facts;
        this.exposures = exposures;
        this.figureFacts = figureFacts;
        this.waitingTimes = waitingTimes;
    }

    /**
     * The figures of incidents, each and all of them together.
     *
     * @throws ProblemException AS_OF_IN_FUTURE unless the instant has passed; NOT_READY if nothing was known of one of
     *     the incidents by then
     */
    public Figures figures(Collection<String> incidents, Instant asOf) {
        SortedSet<String> asked = new TreeSet<>(incidents);
        return facts.asOf(asOf, () -> count(asked, asOf));
    }

    private Figures count(SortedSet<String> incidents, Instant asOf) {
        Map<String, List<Combination>> combinations = exposures.combinations(incidents, asOf);
        NoReturnAfter noReturnAfter = waitingTimes.inForce(asOf);
        List<Count> notification = figureFacts.notification(incidents, asOf, noReturnAfter);
        List<IncidentFigures> each = incidents.stream()
                .map(incident -> incidentFigures(
                        incident, combinations.getOrDefault(incident, List.of()), of("INCIDENT", notification)))
                .toList();
        return new Figures(asOf, noReturnAfter, each, union(each, notification, asOf));
    }

    private static IncidentFigures incidentFigures(
            String incident, List<Combination> combinations, List<Count> standings) {
        long sum = combinations.stream().mapToLong(Combination::exposures).sum();
        List<Count> own = standings.stream()
                .filter(count -> count.subject().equals(incident))
                .toList();
        return new IncidentFigures(incident, sum, combinations, byReach(own));
    }

    private UnionFigures union(List<IncidentFigures> incidents, List<Count> notification, Instant asOf) {
        List<Count> persons = of("UNION", notification);
        Map<NotToldReason, Long> notTold = new EnumMap<>(NotToldReason.class);
        Map<ClosingReason, Long> closed = new EnumMap<>(ClosingReason.class);
        for (Count count : persons) {
            standing(count).reason().ifPresent(reason -> notTold.merge(reason, count.number(), Long::sum));
            standing(count).closed().ifPresent(reason -> closed.merge(reason, count.number(), Long::sum));
        }
        return new UnionFigures(
                incidents.stream().mapToLong(IncidentFigures::exposures).sum(),
                persons.stream().mapToLong(Count::number).sum(),
                persons.stream().mapToLong(Count::several).sum(),
                byReach(persons),
                deliveries(of("DELIVERY", notification)),
                notTold,
                closed,
                numbers(of("CALL", notification), CallOutcome::valueOf),
                numbers(figureFacts.inquiries(asOf), InquiryKind::valueOf),
                numbers(figureFacts.harm(asOf), HarmFinding::valueOf),
                numbers(of("CORRECTION", notification), CorrectionState::valueOf));
    }

    private static List<Count> of(String kind, List<Count> counts) {
        return counts.stream().filter(count -> count.kind().equals(kind)).toList();
    }

    private static Map<Reach, Long> byReach(List<Count> standings) {
        Map<Reach, Long> reach = new EnumMap<>(Reach.class);
        standings.forEach(count -> reach.merge(standing(count).reach(), count.number(), Long::sum));
        return reach;
    }

    private static Standing standing(Count count) {
        return Standing.ofRank(Integer.parseInt(count.detail()));
    }

    private static Map<Channel, Map<DeliveryState, Long>> deliveries(List<Count> counts) {
        return counts.stream()
                .collect(Collectors.groupingBy(
                        count -> Channel.valueOf(count.subject()),
                        Collectors.toMap(count -> DeliveryState.valueOf(count.detail()), Count::number)));
    }

    private static <E extends Enum<E>> Map<E, Long> numbers(List<Count> counts, Function<String, E> key) {
        return counts.stream().collect(Collectors.toMap(count -> key.apply(count.detail()), Count::number));
    }
}

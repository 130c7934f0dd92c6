package org.teishutsu.common.figures;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures of all incidents asked for together.
 *
 * @param exposures records (件, 延べ)
 * @param recipients persons (人, 実人数): who is in several incidents counts once
 * @param inSeveralIncidents persons who are in more than one of them
 * @param reach persons by how far they have been told, every key present; sums to {@code recipients}
 * @param deliveries messages and letters by channel and state, every key present; a claimed one counts as QUEUED;
 *     corrections are counted on their own
 * @param notTold persons still to be told, by reason, every key present; sums to those in a reach that is not told
 * @param closed persons in the reach CLOSED by reason, every key present; sums to those
 * @param calls calls of the desk by outcome, every key present; those who were told are deliveries by TELEPHONE, too
 * @param inquiries by kind, every key present
 * @param harm reports of harm by finding, every key present
 * @param corrections persons who were told something that turned out not to be so, by whether they have been told that,
 *     every key present; some of them are no recipients any more
 */
public record UnionFigures(
        long exposures,
        long recipients,
        long inSeveralIncidents,
        Map<Reach, Long> reach,
        Map<Channel, Map<DeliveryState, Long>> deliveries,
        Map<NotToldReason, Long> notTold,
        Map<ClosingReason, Long> closed,
        Map<CallOutcome, Long> calls,
        Map<InquiryKind, Long> inquiries,
        Map<HarmFinding, Long> harm,
        Map<CorrectionState, Long> corrections) {

    /** Without anybody who was told something that is not so. */
    public UnionFigures(
            long exposures,
            long recipients,
            long inSeveralIncidents,
            Map<Reach, Long> reach,
            Map<Channel, Map<DeliveryState, Long>> deliveries,
            Map<NotToldReason, Long> notTold,
            Map<ClosingReason, Long> closed,
            Map<CallOutcome, Long> calls,
            Map<InquiryKind, Long> inquiries,
            Map<HarmFinding, Long> harm) {
        this(
                exposures,
                recipients,
                inSeveralIncidents,
                reach,
                deliveries,
                notTold,
                closed,
                calls,
                inquiries,
                harm,
                Map.of());
    }

    public UnionFigures {
        Counts.requireNotNegative("exposures", exposures);
        Counts.requireNotNegative("recipients", recipients);
        Counts.requireNotNegative("inSeveralIncidents", inSeveralIncidents);
        reach = Counts.complete(Reach.class, reach);
        deliveries = completeByChannel(deliveries);
        notTold = Counts.complete(NotToldReason.class, notTold);
        closed = Counts.complete(ClosingReason.class, closed);
        calls = Counts.complete(CallOutcome.class, calls);
        inquiries = Counts.complete(InquiryKind.class, inquiries);
        harm = Counts.complete(HarmFinding.class, harm);
        corrections = Counts.complete(CorrectionState.class, corrections);
    }

    /** What the reach table adds up to, in persons. */
    @JsonIgnore
    public long sumOfReach() {
        return Counts.sum(reach);
    }

    /** What the table of reasons adds up to, in persons. */
    @JsonIgnore
    public long sumOfNotTold() {
        return Counts.sum(notTold);
    }

    /** What the table of reasons for closing adds up to, in persons. */
    @JsonIgnore
    public long sumOfClosed() {
        return Counts.sum(closed);
    }

    /** How many persons are in a reach that is not told. */
    @JsonIgnore
    public long notToldByReach() {
        return reach.entrySet().stream()
                .filter(entry -> entry.getKey().isNotTold())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static Map<Channel, Map<DeliveryState, Long>> completeByChannel(
            Map<Channel, Map<DeliveryState, Long>> given) {
        TreeMap<Channel, Map<DeliveryState, Long>> all = new TreeMap<>();
        for (Channel channel : Channel.values()) {
            all.put(channel, Counts.complete(DeliveryState.class, given.getOrDefault(channel, Map.of())));
        }
        return Collections.unmodifiableMap(all);
    }
}

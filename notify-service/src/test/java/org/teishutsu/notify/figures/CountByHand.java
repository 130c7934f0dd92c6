package org.teishutsu.notify.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.teishutsu.notify.exposure.ItemCatalogue;
import org.teishutsu.notify.figures.History.Closing;
import org.teishutsu.notify.figures.History.Delivery;
import org.teishutsu.notify.figures.History.Event;
import org.teishutsu.notify.figures.History.Exposure;
import org.teishutsu.notify.figures.History.Inquiry;
import org.teishutsu.notify.figures.History.Recipient;

/** Counts a {@link History} the slow way, one recipient after another, straight from the rules in words. */
final class CountByHand {

    /** From who knows least to who knows most. */
    private static final List<Reach> LEAST_TO_MOST = List.of(
            Reach.NOT_STARTED,
            Reach.NOT_REACHED,
            Reach.IN_PROGRESS,
            Reach.SUBSTITUTED,
            Reach.CLOSED,
            Reach.SENT,
            Reach.NO_RETURN,
            Reach.CONFIRMED);

    /** From the one that says least to the one that says most. */
    private static final List<ClosingReason> VAGUE_TO_CERTAIN =
            List.of(ClosingReason.OTHER, ClosingReason.DECLINED, ClosingReason.DISSOLVED, ClosingReason.DECEASED);

    private final History history;
    private final Instant asOf;
    private final ItemCatalogue catalogue;

    CountByHand(History history, Instant asOf, ItemCatalogue catalogue) {
        this.history = history;
        this.asOf = asOf;
        this.catalogue = catalogue;
    }

    Figures figures() {
        List<IncidentFigures> incidents =
                History.INCIDENTS.stream().map(this::incident).toList();
        Map<Reach, Long> reach = new EnumMap<>(Reach.class);
        Map<NotToldReason, Long> notTold = new EnumMap<>(NotToldReason.class);
        Map<ClosingReason, Long> closed = new EnumMap<>(ClosingReason.class);
        long recipients = 0;
        long several = 0;
        for (Recipient recipient : history.recipients) {
            List<Exposure> own =
                    open().stream().filter(x -> x.recipient() == recipient).toList();
            if (own.isEmpty()) {
                continue;
            }
            recipients++;
            several += own.size() > 1 ? 1 : 0;
            Exposure least = own.stream()
                    .min(Comparator.comparing((Exposure x) -> LEAST_TO_MOST.indexOf(reach(x)))
                            .thenComparing(x -> reason(x).map(this::severity).orElse(0))
                            .thenComparing(x -> closingReason(x)
                                    .map(VAGUE_TO_CERTAIN::indexOf)
                                    .orElse(0)))
                    .orElseThrow();
            reach.merge(reach(least), 1L, Long::sum);
            reason(least).ifPresent(why -> notTold.merge(why, 1L, Long::sum));
            if (reach(least) == Reach.CLOSED) {
                closed.merge(closingReason(least).orElseThrow(), 1L, Long::sum);
            }
        }
        UnionFigures union = new UnionFigures(
                open().size(),
                recipients,
                several,
                reach,
                deliveries(),
                notTold,
                closed,
                calls(),
                inquiries(),
                harm(),
                corrections());
        return new Figures(asOf, new NoReturnAfter(14, 30), incidents, union);
    }

    private IncidentFigures incident(String incident) {
        Map<Long, Long> byMask = new HashMap<>();
        Map<Reach, Long> reach = new EnumMap<>(Reach.class);
        for (Exposure exposure : open()) {
            if (exposure.incident().equals(incident)) {
                byMask.merge(exposure.mask(), 1L, Long::sum);
                reach.merge(reach(exposure), 1L, Long::sum);
            }
        }
        List<Combination> combinations = new ArrayList<>();
        byMask.forEach((mask, number) -> combinations.add(new Combination(catalogue.itemsOf(mask), number)));
        combinations.sort(Comparator.comparing((Combination c) -> -c.exposures())
                .thenComparing(c -> String.join("|", c.items().codes())));
        long exposures = byMask.values().stream().mapToLong(Long::longValue).sum();
        return new IncidentFigures(incident, exposures, combinations, reach);
    }

    private List<Exposure> open() {
        return history.exposures.stream().filter(x -> x.openAt(asOf)).toList();
    }

    private Reach reach(Exposure exposure) {
        Stream<Reach> closed = closing(exposure).map(c -> c.reason() == null ? Reach.SUBSTITUTED : Reach.CLOSED);
        return Stream.concat(telling(exposure).stream().map(this::reach), closed)
                .max(Comparator.comparing(LEAST_TO_MOST::indexOf))
                .orElse(Reach.NOT_STARTED);
    }

    private Stream<Closing> closing(Exposure exposure) {
        return history.closings.stream()
                .filter(c -> c.recipient() == exposure.recipient() && c.countsAt(asOf))
                .filter(c -> c.covers().containsKey(exposure.incident()))
                .filter(c -> (c.covers().get(exposure.incident()) & exposure.mask()) == exposure.mask());
    }

    private Optional<ClosingReason> closingReason(Exposure exposure) {
        return closing(exposure)
                .filter(c -> c.reason() != null)
                .map(c -> ClosingReason.valueOf(c.reason()))
                .max(Comparator.comparing(VAGUE_TO_CERTAIN::indexOf));
    }

    private Map<CorrectionState, Long> corrections() {
        Map<CorrectionState, Long> counts = new EnumMap<>(CorrectionState.class);
        for (Recipient recipient : history.recipients) {
            Set<CorrectionState> states = new HashSet<>();
            history.deliveries.stream()
                    .filter(d -> d.recipient() == recipient && !d.at().isAfter(asOf) && history.arrived(d, asOf))
                    .forEach(d -> correction(d).ifPresent(states::add));
            for (CorrectionState state : List.of(CorrectionState.DUE, CorrectionState.SENT, CorrectionState.CLOSED)) {
                if (states.contains(state)) {
                    counts.merge(state, 1L, Long::sum);
                    break;
                }
            }
        }
        return counts;
    }

    private Optional<CorrectionState> correction(Delivery delivery) {
        List<Delivery> corrections = history.correctionsOf(delivery, asOf);
        if (!corrections.isEmpty()) {
            return corrections.stream().anyMatch(c -> History.saysMore(delivery, c.told()))
                    ? Optional.of(CorrectionState.SENT)
                    : Optional.empty();
        }
        if (!History.saysMore(delivery, history.known(delivery.recipient(), asOf))) {
            return Optional.empty();
        }
        boolean closed = history.closings.stream()
                .anyMatch(c -> c.recipient() == delivery.recipient()
                        && c.countsAt(asOf)
                        && !History.saysMore(delivery, c.covers()));
        return Optional.of(closed ? CorrectionState.CLOSED : CorrectionState.DUE);
    }

    private Map<CallOutcome, Long> calls() {
        Map<CallOutcome, Long> counts = new EnumMap<>(CallOutcome.class);
        history.calls.stream()
                .filter(call -> !call.at().isAfter(asOf))
                .forEach(call -> counts.merge(CallOutcome.valueOf(call.outcome()), 1L, Long::sum));
        return counts;
    }

    private List<Delivery> telling(Exposure exposure) {
        return history.deliveries.stream()
                .filter(d -> d.recipient() == exposure.recipient() && !d.at().isAfter(asOf))
                .filter(d -> history.correctionsOf(d, asOf).isEmpty())
                .filter(d -> d.told().containsKey(exposure.incident()))
                .filter(d -> (d.told().get(exposure.incident()) & exposure.mask()) == exposure.mask())
                .toList();
    }

    private Reach reach(Delivery delivery) {
        if (delivery.channel().equals("TELEPHONE")) {
            return Reach.CONFIRMED;
        }
        return switch (state(delivery)) {
            case SENT, DELIVERED, POSTED -> {
                Instant sent = history.events.stream()
                        .filter(e -> e.delivery() == delivery && !e.at().isAfter(asOf))
                        .filter(e -> e.state().equals("SENT") || e.state().equals("POSTED"))
                        .map(Event::at)
                        .findFirst()
                        .orElseThrow();
                boolean called = history.inquiries.stream()
                        .anyMatch(q -> q.recipient() == delivery.recipient()
                                && !q.at().isAfter(asOf)
                                && !q.at().isBefore(sent));
                Instant silent =
                        sent.plus(delivery.channel().equals("EMAIL") ? History.EMAIL_WAIT : History.LETTER_WAIT);
                yield called ? Reach.CONFIRMED : silent.isAfter(asOf) ? Reach.SENT : Reach.NO_RETURN;
            }
            case BOUNCED, REJECTED, RETURNED -> Reach.NOT_REACHED;
            case CANCELLED -> Reach.NOT_STARTED;
            default -> Reach.IN_PROGRESS;
        };
    }

    private DeliveryState state(Delivery delivery) {
        return lastEvent(delivery).map(e -> DeliveryState.valueOf(e.state())).orElse(DeliveryState.QUEUED);
    }

    private Optional<Event> lastEvent(Delivery delivery) {
        return history.events.stream()
                .filter(e -> e.delivery() == delivery && !e.at().isAfter(asOf))
                .reduce((earlier, later) -> later);
    }

    private Optional<NotToldReason> reason(Exposure exposure) {
        Reach reach = reach(exposure);
        boolean nowhere = !history.reachable(exposure.recipient(), asOf);
        if (reach == Reach.NOT_STARTED) {
            return Optional.of(nowhere ? NotToldReason.NO_ADDRESS : NotToldReason.NOT_PLANNED);
        }
        return telling(exposure).stream()
                .filter(d -> reach(d) == reach)
                .map(d -> reason(d, nowhere))
                .filter(why -> why != null)
                .max(Comparator.comparing(this::severity));
    }

    private @Nullable NotToldReason reason(Delivery delivery, boolean nowhere) {
        boolean email = delivery.channel().equals("EMAIL");
        return switch (state(delivery)) {
            case REJECTED -> NotToldReason.REFUSED;
            case BOUNCED -> NotToldReason.BOUNCED;
            case RETURNED -> NotToldReason.RETURNED;
            case UNCERTAIN -> NotToldReason.UNCERTAIN;
            case QUEUED, PRINTED ->
                !email
                        ? letterReason(delivery, nowhere)
                        : lastEvent(delivery).isPresent() ? NotToldReason.RETRYING : NotToldReason.QUEUED;
            default -> null;
        };
    }

    /** A letter that was tried and is still queued could not be printed. */
    private NotToldReason letterReason(Delivery delivery, boolean nowhere) {
        if (state(delivery) == DeliveryState.QUEUED && lastEvent(delivery).isPresent()) {
            return NotToldReason.UNPRINTABLE;
        }
        return nowhere ? NotToldReason.NO_ADDRESS : NotToldReason.LETTER_DUE;
    }

    /** Which reason is named when there are several: the one that has come furthest. */
    private int severity(NotToldReason reason) {
        return List.of(
                        NotToldReason.NO_ADDRESS,
                        NotToldReason.NOT_PLANNED,
                        NotToldReason.REFUSED,
                        NotToldReason.BOUNCED,
                        NotToldReason.RETURNED,
                        NotToldReason.UNPRINTABLE,
                        NotToldReason.LETTER_DUE,
                        NotToldReason.QUEUED,
                        NotToldReason.RETRYING,
                        NotToldReason.UNCERTAIN)
                .indexOf(reason);
    }

    private Map<Channel, Map<DeliveryState, Long>> deliveries() {
        Map<Channel, Map<DeliveryState, Long>> counts = new EnumMap<>(Channel.class);
        for (Delivery delivery : history.deliveries) {
            if (!delivery.at().isAfter(asOf)
                    && !delivery.told().isEmpty()
                    && !history.corrections.containsKey(delivery)) {
                counts.computeIfAbsent(
                                Channel.valueOf(delivery.channel()), channel -> new EnumMap<>(DeliveryState.class))
                        .merge(state(delivery), 1L, Long::sum);
            }
        }
        return counts;
    }

    private Map<InquiryKind, Long> inquiries() {
        Map<InquiryKind, Long> counts = new EnumMap<>(InquiryKind.class);
        history.inquiries.stream()
                .filter(q -> !q.at().isAfter(asOf) && q.follows() == null)
                .forEach(q -> counts.merge(InquiryKind.valueOf(q.kind()), 1L, Long::sum));
        return counts;
    }

    private Map<HarmFinding, Long> harm() {
        Map<HarmFinding, Long> counts = new EnumMap<>(HarmFinding.class);
        Set<UUID> matters = new HashSet<>();
        for (int i = history.inquiries.size() - 1; i >= 0; i--) {
            Inquiry inquiry = history.inquiries.get(i);
            UUID matter = inquiry.follows() == null ? inquiry.id() : inquiry.follows();
            if (!inquiry.at().isAfter(asOf) && inquiry.finding() != null && matters.add(matter)) {
                counts.merge(HarmFinding.valueOf(inquiry.finding()), 1L, Long::sum);
            }
        }
        return counts;
    }
}

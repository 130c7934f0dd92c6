package org.teishutsu.notify.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.leak.ItemSet;
import org.teishutsu.common.time.Jst;
import org.teishutsu.notify.correction.Retracted;
import org.teishutsu.notify.delivery.Mailing.Composed;
import org.teishutsu.notify.exposure.CataloguedItem;
import org.teishutsu.notify.exposure.ItemCatalogue;
import org.teishutsu.notify.letter.LetterText;
import org.teishutsu.notify.report.FirmFacts;
import org.teishutsu.notify.report.IncidentFacts;
import org.teishutsu.notify.template.MessageData;
import org.teishutsu.notify.template.MessageText;

/**
 * Writes the message of a campaign for one recipient: his items, incident by incident, and nobody else's. A correction
 * names beside them what he was told before.
 */
final class CampaignMessage {

    private static final String DRILL_SUBJECT = "【訓練】";
    private static final String DRILL_FIRST_LINE = "【訓練】これは訓練のために作成されたお知らせです。実際に漏えいがあったことをお知らせするものではありません。\n\n";

    private static final MessageData.Addressee NOBODY = new MessageData.Addressee("", false, "");

    /** Far more than a case has combinations. */
    private static final int MOST_KNOWN = 1000;

    private final Map<Map<String, Long>, Told> known = new ConcurrentHashMap<>();
    private final MessageText text;
    private final CampaignFacts facts;
    private final ItemCatalogue catalogue;
    private final boolean drill;
    private final String explanation;

    CampaignMessage(MessageText text, CampaignFacts facts, ItemCatalogue catalogue, boolean drill) {
        this(text, facts, catalogue, drill, "");
    }

    /** @param explanation of corrections, how they came about */
    CampaignMessage(MessageText text, CampaignFacts facts, ItemCatalogue catalogue, boolean drill, String explanation) {
        this.explanation = explanation;
        this.text = text;
        this.facts = facts;
        this.catalogue = catalogue;
        this.drill = drill;
    }

    Composed compose(MessageData.Addressee recipient, Map<String, Long> told, LocalDate today) {
        return compose(recipient, told, List.of(), today);
    }

    /** @param retracted what is put right; empty for a notice */
    Composed compose(
            MessageData.Addressee recipient, Map<String, Long> told, List<Retracted> retracted, LocalDate today) {
        return new Composed(
                (drill ? DRILL_SUBJECT : "") + text.subject(),
                (drill ? DRILL_FIRST_LINE : "") + text.body(data(recipient, told, retracted, today)));
    }

    /** What a letter says to everybody who is told the same; the mark of a drill is the press's. */
    LetterText letter(Map<String, Long> told, List<Retracted> retracted, LocalDate today) {
        return text.letter(data(NOBODY, told, retracted, today));
    }

    private MessageData data(
            MessageData.Addressee recipient, Map<String, Long> told, List<Retracted> retracted, LocalDate today) {
        Told same = known.get(told);
        if (same == null) {
            same = told(told);
            if (known.size() < MOST_KNOWN) {
                known.put(Map.copyOf(told), same);
            }
        }
        return new MessageData(
                recipient,
                today,
                firm(facts.firm()),
                same.incidents(),
                same.leaked(),
                facts.damage(),
                facts.measures(),
                retracted.isEmpty() ? null : correction(told, retracted));
    }

    private MessageData.Correction correction(Map<String, Long> told, List<Retracted> retracted) {
        Map<String, Long> wrong = new HashMap<>();
        retracted.forEach(message -> message.told()
                .forEach((incident, mask) ->
                        wrong.merge(incident, mask & ~told.getOrDefault(incident, 0L), (some, more) -> some | more)));
        return new MessageData.Correction(
                retracted.stream()
                        .map(message -> new MessageData.Said(message.on(), message.by(), listed(message.told())))
                        .toList(),
                listed(wrong),
                explanation);
    }

    /** In the order of the campaign; an incident without items is not named. */
    private List<MessageData.Listed> listed(Map<String, Long> masks) {
        return facts.incidents().stream()
                .filter(incident -> masks.getOrDefault(incident.code(), 0L) != 0)
                .map(incident -> new MessageData.Listed(
                        incident.title(), items(catalogue.itemsOf(masks.getOrDefault(incident.code(), 0L)))))
                .toList();
    }

    private List<MessageData.Item> items(ItemSet items) {
        return items.stream()
                .map(code -> new MessageData.Item(label(code), facts.remarks().getOrDefault(code, "")))
                .toList();
    }

    private Told told(Map<String, Long> told) {
        Set<String> leaked = new TreeSet<>();
        told.values().forEach(mask -> catalogue.itemsOf(mask).forEach(leaked::add));
        List<MessageData.Incident> incidents = new ArrayList<>();
        for (IncidentFacts incident : facts.incidents()) {
            Long mask = told.get(incident.code());
            if (mask != null) {
                incidents.add(incident(incident, catalogue.itemsOf(mask), leaked));
            }
        }
        if (incidents.size() != told.size()) {
            throw new IllegalStateException("A delivery tells of an incident that its campaign does not");
        }
        return new Told(List.copyOf(incidents), leaked);
    }

    /** What is said alike to everybody of whom the same leaked. */
    private record Told(List<MessageData.Incident> incidents, Set<String> leaked) {}

    private MessageData.Incident incident(IncidentFacts incident, ItemSet items, Set<String> leaked) {
        return new MessageData.Incident(
                incident.title(),
                incident.occurredFrom(),
                incident.occurredTo(),
                date(incident.detectedAt()),
                date(incident.containedAt()),
                text(incident.investigator()),
                text(incident.cause()),
                text(incident.description()),
                items(items),
                // What leaked of this recipient in another incident is not called safe in the same breath.
                incident.notLeaked().stream()
                        .filter(item -> !leaked.contains(item.item()))
                        .map(this::notLeaked)
                        .toList());
    }

    /** A note that only repeats the label is not printed twice. */
    private MessageData.NotLeaked notLeaked(IncidentFacts.NotLeaked item) {
        String label = label(item.item());
        String note = text(item.note());
        return new MessageData.NotLeaked(label, item.since(), label.contains(note) ? "" : note);
    }

    private String label(String code) {
        return catalogue.find(code).map(CataloguedItem::label).orElse(code);
    }

    private static MessageData.Firm firm(FirmFacts firm) {
        return new MessageData.Firm(
                firm.name(),
                text(firm.seat()),
                text(firm.representativeTitle()),
                text(firm.representativeName()),
                text(firm.contactDepartment()),
                text(firm.deskPhone()),
                text(firm.deskHours()));
    }

    private static @Nullable LocalDate date(@Nullable Instant instant) {
        return instant == null ? null : Jst.date(instant);
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}

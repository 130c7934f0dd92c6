package org.teishutsu.notify.template;

import io.quarkus.qute.Expression;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.leak.LeakItem;
import org.teishutsu.common.problem.Violation;

/** The words a template can use, and what stands in their place. */
final class Placeholders {

    /** Loops name what they run over {@code incident} and {@code item}: so every placeholder can be checked by its name. */
    static final Set<String> KNOWN = Set.of(
            "today",
            "recipient.addressed",
            "recipient.inquiryNumber",
            "firm.name",
            "firm.seat",
            "firm.representativeTitle",
            "firm.representativeName",
            "firm.contactDepartment",
            "firm.deskPhone",
            "firm.deskHours",
            "damage",
            "measures",
            "incidents",
            "incident.title",
            "incident.occurred",
            "incident.detected",
            "incident.contained",
            "incident.investigator",
            "incident.cause",
            "incident.description",
            "incident.items",
            "incident.notLeaked",
            "item.label",
            "item.remark",
            "item.since",
            "item.note");

    /** What corrections can use beside these; a loop over earlier messages names its variable {@code message}. */
    static final Set<String> OF_CORRECTIONS =
            Set.of("corrected", "message.on", "message.by", "message.incidents", "takenBack", "explanation");

    private static final String LEAKED = "leaked.";

    private Placeholders() {}

    static List<Violation> unknown(Template template, TemplatePurpose purpose) {
        return template.getExpressions().stream()
                .filter(expression -> !isKnown(expression, purpose))
                .map(expression -> new Violation(
                        "body",
                        place(expression.getOrigin()) + "there is no placeholder {" + expression.toOriginalString()
                                + "}"))
                .toList();
    }

    private static boolean isKnown(Expression expression, TemplatePurpose purpose) {
        if (expression.isLiteral()) {
            return true;
        }
        if (expression.hasNamespace() || expression.getParts().stream().anyMatch(Expression.Part::isVirtualMethod)) {
            return false;
        }
        String path =
                expression.getParts().stream().map(Expression.Part::getName).collect(Collectors.joining("."));
        return KNOWN.contains(path)
                || (purpose == TemplatePurpose.CORRECTION && OF_CORRECTIONS.contains(path))
                || (path.startsWith(LEAKED) && LeakItem.isCode(path.substring(LEAKED.length())));
    }

    static String place(TemplateNode.@Nullable Origin origin) {
        return origin == null ? "" : "line " + origin.getLine() + ", column " + origin.getLineCharacterStart() + ": ";
    }

    static Map<String, Object> values(MessageData data, Language language) {
        Map<String, Object> values = new HashMap<>();
        values.put("today", date(data.today(), language));
        values.put(
                "recipient",
                Map.of(
                        "addressed", language.addressed(data.recipient()),
                        "inquiryNumber", data.recipient().inquiryNumber()));
        values.put("firm", firm(data.firm()));
        values.put(
                "incidents",
                data.incidents().stream()
                        .map(incident -> incident(incident, language))
                        .toList());
        values.put("leaked", new Leaked(data.leaked()));
        values.put("damage", PrintedText.lines(data.damage()));
        values.put("measures", PrintedText.lines(data.measures()));
        if (data.correction() != null) {
            values.putAll(correction(data.correction(), language));
        }
        return values;
    }

    private static Map<String, Object> correction(MessageData.Correction correction, Language language) {
        return Map.of(
                "corrected",
                correction.said().stream()
                        .map(said -> Map.of(
                                "on", language.date(said.on()),
                                "by", language.by(said.by()),
                                "incidents", listed(said.incidents())))
                        .toList(),
                "takenBack",
                listed(correction.takenBack()),
                "explanation",
                PrintedText.lines(correction.explanation()));
    }

    private static List<Map<String, Object>> listed(List<MessageData.Listed> incidents) {
        return incidents.stream()
                .map(incident -> Map.<String, Object>of(
                        "title",
                        PrintedText.line(incident.title()),
                        "items",
                        incident.items().stream().map(Placeholders::item).toList()))
                .toList();
    }

    private static Map<String, Object> firm(MessageData.Firm firm) {
        return Map.of(
                "name", PrintedText.line(firm.name()),
                "seat", PrintedText.line(firm.seat()),
                "representativeTitle", PrintedText.line(firm.representativeTitle()),
                "representativeName", PrintedText.line(firm.representativeName()),
                "contactDepartment", PrintedText.line(firm.contactDepartment()),
                "deskPhone", PrintedText.line(firm.deskPhone()),
                "deskHours", PrintedText.line(firm.deskHours()));
    }

    private static Map<String, Object> incident(MessageData.Incident incident, Language language) {
        return Map.of(
                "title", PrintedText.line(incident.title()),
                "occurred", period(incident.occurredFrom(), incident.occurredTo(), language),
                "detected", date(incident.detected(), language),
                "contained", date(incident.contained(), language),
                "investigator", PrintedText.line(incident.investigator()),
                "cause", PrintedText.lines(incident.cause()),
                "description", PrintedText.lines(incident.description()),
                "items", incident.items().stream().map(Placeholders::item).toList(),
                "notLeaked",
                        incident.notLeaked().stream()
                                .map(item -> notLeaked(item, language))
                                .toList());
    }

    private static Map<String, Object> item(MessageData.Item item) {
        return Map.of(
                "label",
                PrintedText.line(item.label()),
                "remark",
                PrintedText.line(item.remark()),
                "since",
                "",
                "note",
                "");
    }

    private static Map<String, Object> notLeaked(MessageData.NotLeaked item, Language language) {
        return Map.of(
                "label", PrintedText.line(item.label()),
                "remark", "",
                "since", date(item.since(), language),
                "note", PrintedText.line(item.note()));
    }

    private static String period(LocalDate from, LocalDate to, Language language) {
        return from.equals(to) ? language.date(from) : language.period(from, to);
    }

    private static String date(@Nullable LocalDate day, Language language) {
        return day == null ? "" : language.date(day);
    }

    /** Answers for every code whether it is among the leaked ones. */
    private static final class Leaked extends HashMap<String, Object> {

        private static final long serialVersionUID = 1L;

        Leaked(Set<String> codes) {
            codes.forEach(code -> put(code, true));
        }

        @Override
        public boolean containsKey(Object key) {
            return true;
        }

        @Override
        public Object get(Object key) {
            return getOrDefault(key, false);
        }

        @Override
        public Object getOrDefault(Object key, Object otherwise) {
            Object value = super.get(key);
            return value == null ? otherwise : value;
        }
    }
}

package org.teishutsu.notify.template;

import io.quarkus.qute.Engine;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.LoopSectionHelper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.ValueResolvers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.teishutsu.common.problem.Violation;
import org.teishutsu.notify.letter.LetterText;

/**
 * The text of a message with its placeholders, ready to be filled in. The language is a small part of Qute: plain
 * placeholders, {@code for} and {@code if}. What is filled in is never read as template again.
 */
public final class MessageText {

    private static final Engine ENGINE = Engine.builder()
            .addSectionHelper(new LoopSectionHelper.Factory())
            .addSectionHelper(new IfSectionHelper.Factory())
            .addValueResolver(ValueResolvers.mapperResolver())
            .addValueResolver(ValueResolvers.mapResolver())
            .strictRendering(true)
            .build();

    private final Language language;
    private final String subject;
    private final Template body;

    private MessageText(Language language, String subject, Template body) {
        this.language = language;
        this.subject = subject;
        this.body = body;
    }

    /** Parses a Japanese text. */
    public static MessageText of(String subject, String body) {
        return of(Language.JA, subject, body);
    }

    /** Parses a text that was checked when it was saved. */
    static MessageText of(Language language, String subject, String body) {
        return new MessageText(language, subject, ENGINE.parse(body));
    }

    /** What is wrong with a text, each with its place; empty if it may be sent. */
    static List<Violation> check(TemplateRequest request) {
        List<Violation> violations = new ArrayList<>(MessageRules.ofSubject(request.subject()));
        try {
            MessageText text = of(request.written(), request.subject(), request.body());
            List<Violation> unknown = Placeholders.unknown(text.body, request.meant());
            violations.addAll(unknown);
            if (unknown.isEmpty()) {
                violations.addAll(MessageRules.ofBody(request, text));
            }
        } catch (TemplateException broken) {
            violations.add(new Violation("body", Placeholders.place(broken.getOrigin()) + broken.getMessage()));
        }
        return violations;
    }

    /** Whether a text holds a link, as no message may. */
    public static boolean hasLink(String text) {
        return PrintedText.hasLink(text);
    }

    /** One line; says nothing of whom it is about. */
    public String subject() {
        return subject;
    }

    /** The text for one recipient; lines end with a line feed. */
    public String body(MessageData data) {
        return body.render(Placeholders.values(data, language)).strip() + "\n";
    }

    /** The text of a letter, with places for whom it is addressed to and for his inquiry number. */
    public LetterText letter(MessageData data) {
        Map<String, Object> values = Placeholders.values(data, language);
        values.put("recipient", Map.of("addressed", LetterText.ADDRESSED, "inquiryNumber", LetterText.INQUIRY_NUMBER));
        return new LetterText(subject, body.render(values).strip() + "\n");
    }
}

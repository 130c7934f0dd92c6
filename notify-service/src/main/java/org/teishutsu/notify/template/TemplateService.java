package org.teishutsu.notify.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.time.Facts;

/** Keeps wordings and gives out the approved ones. */
@ApplicationScoped
public class TemplateService {

    private final Templates templates;
    private final Facts facts;

    TemplateService(Templates templates, Facts facts) {
        this.templates = templates;
        this.facts = facts;
    }

    @Transactional
    TemplateView save(TemplateRequest text, String by) {
        MessageTemplate template = MessageTemplate.draft(text, templates.nextRevision(text), by, facts.stamp());
        templates.persist(template);
        return TemplateView.of(template);
    }

    @Transactional
    TemplateView approve(UUID id, String digest, String by) {
        MessageTemplate template = templates.get(id);
        template.approve(digest, by, facts.stamp());
        return TemplateView.of(template);
    }

    @Transactional
    TemplateView get(UUID id) {
        return TemplateView.of(templates.get(id));
    }

    @Transactional
    List<MadeUpCases.Shown> worstCases(UUID id) {
        MessageTemplate template = templates.get(id);
        return MadeUpCases.show(template.channel(), template.purpose(), template.text());
    }

    @Transactional
    byte[] worstCasesAsLetters(UUID id) {
        MessageTemplate template = templates.get(id);
        if (template.channel() != TemplateChannel.LETTER) {
            throw ProblemException.notFound("letter of template", id);
        }
        return MadeUpCases.letters(template.purpose(), template.text());
    }

    /** In the order in which they were saved. */
    @Transactional
    List<TemplateView> after(@Nullable UUID key, int limit) {
        UUID after = key == null ? new UUID(0, 0) : key;
        return templates.find("id > ?1 order by id", after).range(0, limit).stream()
                .map(TemplateView::of)
                .toList();
    }

    /**
     * An approved wording.
     *
     * @throws ProblemException NOT_FOUND, or NOT_READY while nobody has approved it, or if it is for another channel or
     *     purpose
     */
    @Transactional
    public ApprovedText approved(UUID id, TemplateChannel channel, TemplatePurpose purpose) {
        MessageTemplate template = templates.get(id);
        if (template.state() != TemplateState.APPROVED) {
            throw new ProblemException(ProblemType.NOT_READY, "template " + id + " is not approved");
        }
        if (template.channel() != channel) {
            throw new ProblemException(
                    ProblemType.NOT_READY,
                    "template " + id + " is written for " + template.channel() + ", not for " + channel);
        }
        if (template.purpose() != purpose) {
            throw new ProblemException(
                    ProblemType.NOT_READY,
                    "template " + id + " is written as a " + template.purpose() + ", not as a " + purpose);
        }
        return new ApprovedText(template.digest(), template.text());
    }

    /** A wording that may be sent, and its digest. */
    public record ApprovedText(String digest, MessageText text) {}
}

package org.teishutsu.notify.template;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A template as it is shown.
 *
 * @param revision the how manyeth wording under this name, from 1
 */
record TemplateView(
        UUID id,
        String name,
        TemplateChannel channel,
        TemplatePurpose purpose,
        Language language,
        int revision,
        String subject,
        String body,
        String digest,
        TemplateState state,
        Instant recordedAt,
        String by,
        @Nullable Instant approvedAt,
        @Nullable String approvedBy) {

    static TemplateView of(MessageTemplate template) {
        return new TemplateView(
                template.id(),
                template.name(),
                template.channel(),
                template.purpose(),
                template.language(),
                template.revision(),
                template.subject(),
                template.body(),
                template.digest(),
                template.state(),
                template.recordedAt(),
                template.recordedBy(),
                template.approvedAt(),
                template.approvedBy());
    }
}

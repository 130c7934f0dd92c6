package org.teishutsu.notify.template;

import java.util.Map;
import java.util.Set;

/** A template is approved once, and a new wording is a new template. */
enum TemplateState {
    DRAFT,
    APPROVED;

    private static final Map<TemplateState, Set<TemplateState>> NEXT =
            Map.of(DRAFT, Set.of(APPROVED), APPROVED, Set.of());

    boolean canGoTo(TemplateState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}

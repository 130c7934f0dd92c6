package org.teishutsu.notify.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TemplateStateTest {

    @Test
    void onlyADraftIsApproved() {
        for (TemplateState from : TemplateState.values()) {
            for (TemplateState to : TemplateState.values()) {
                assertThat(from.canGoTo(to))
                        .as("%s to %s", from, to)
                        .isEqualTo(from == TemplateState.DRAFT && to == TemplateState.APPROVED);
            }
        }
    }
}

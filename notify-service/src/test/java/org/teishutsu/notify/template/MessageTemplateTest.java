package org.teishutsu.notify.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;

class MessageTemplateTest {

    private static final Instant NOW = Instant.parse("2017-08-01T01:00:00Z");

    @Test
    void isApprovedByAnotherAndOnlyOnce() {
        MessageTemplate template = MessageTemplate.draft(
                StandardText.template(TemplateChannel.EMAIL, TemplatePurpose.NOTICE), 1, "hanako", NOW);

        assertProblem(ProblemType.FOUR_EYES, template, template.digest(), "hanako");
        assertProblem(ProblemType.CHANGED_SINCE, template, "another", "taro");
        template.approve(template.digest(), "taro", NOW);
        assertThat(template.state()).isEqualTo(TemplateState.APPROVED);
        assertProblem(ProblemType.ILLEGAL_TRANSITION, template, template.digest(), "taro");
    }

    private static void assertProblem(ProblemType type, MessageTemplate template, String digest, String by) {
        assertThatThrownBy(() -> template.approve(digest, by, NOW))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }

    @Test
    void digestIsOfEveryWord() {
        TemplateRequest text = StandardText.template(TemplateChannel.EMAIL, TemplatePurpose.NOTICE);
        TemplateRequest other = new TemplateRequest(
                text.name(), text.channel(), text.purpose(), text.language(), text.subject() + "。", text.body());

        assertThat(MessageTemplate.draft(text, 1, "hanako", NOW).digest())
                .isEqualTo(MessageTemplate.draft(text, 1, "taro", NOW).digest())
                .isNotEqualTo(MessageTemplate.draft(other, 1, "hanako", NOW).digest());
    }
}

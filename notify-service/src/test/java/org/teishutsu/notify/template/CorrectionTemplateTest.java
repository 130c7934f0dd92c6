package org.teishutsu.notify.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.teishutsu.common.problem.Violation;

class CorrectionTemplateTest {

    private static final TemplateRequest STANDARD =
            StandardText.template(TemplateChannel.EMAIL, TemplatePurpose.CORRECTION);

    @ParameterizedTest
    @EnumSource(TemplateChannel.class)
    void standingTextsMayBeSaved(TemplateChannel channel) {
        assertThat(MessageText.check(StandardText.template(channel, TemplatePurpose.CORRECTION)))
                .isEmpty();
    }

    @Test
    void saysWhatWasSaidAndWhatHoldsNow() {
        String text = text().body(MessageRules.LESS);
        assertThat(text)
                .contains("1999年12月31日に電子メールでお伝えした項目\n　　「例示の一」\n　　　　項目戊\n")
                .contains("漏えいの対象ではなかったことが\n分かりました")
                .contains("誤りが生じた経緯：例示の経過", "深くお詫び申し上げます", "AAAAA-AAAAA", "000-000")
                .contains("■ 例示の一\n・項目甲\n・項目乙（備考）\n")
                .doesNotContain("確認しておりません");
    }

    @Test
    void whoIsNotAffectedReadsThatNothingLeaked() {
        String text = text().body(MessageRules.NOTHING);
        assertThat(text)
                .contains("上記の事案について、お客様の情報の漏えいは、2000年1月1日現在、確認しておりません。")
                .doesNotContain("■", "・項目", "考えられる影響");
    }

    @Test
    void wordsOfCorrectionsAreUnknownToNotices() {
        TemplateRequest notice = StandardText.template(TemplateChannel.EMAIL, TemplatePurpose.NOTICE);
        assertThat(messages(new TemplateRequest(
                        "x", TemplateChannel.EMAIL, null, null, "件名", notice.body() + "{explanation}")))
                .singleElement()
                .satisfies(message -> assertThat(message).endsWith("there is no placeholder {explanation}"));
    }

    @Test
    void textThatDoesNotSayWhatIsTakenBackIsRefused() {
        assertThat(messages(saved(STANDARD.body().replace("{message.on}に", "先日"))))
                .containsExactly("must use the placeholder {message.on}");
        assertThat(messages(saved(
                        STANDARD.body().replace("takenBack", "incidents").replace("message.incidents", "incidents"))))
                .contains("must name each item that is taken back");
        assertThat(messages(saved(STANDARD.body().replace("　上記の事案について", "・上記の事案について"))))
                .containsExactly("must begin no line with ■ or ・ for who is not affected: these are what did leak");
        assertThat(messages(saved(STANDARD.body().replace("{incident.occurred}", "{message.when}"))))
                .singleElement()
                .satisfies(message -> assertThat(message).contains("line ", "{message.when}"));
    }

    @ParameterizedTest
    @EnumSource(TemplateChannel.class)
    void worstCasesComeOut(TemplateChannel channel) {
        TemplateRequest standard = StandardText.template(channel, TemplatePurpose.CORRECTION);
        MessageText text = MessageText.of(Language.JA, standard.subject(), standard.body());
        assertThat(MadeUpCases.show(channel, TemplatePurpose.CORRECTION, text))
                .allSatisfy(
                        shown -> assertThat(shown.body()).contains("2000年12月1日に電子メールで", "2000年12月21日に書面で", "例示の誤りの項目"));
    }

    private static MessageText text() {
        return MessageText.of(Language.JA, STANDARD.subject(), STANDARD.body());
    }

    private static TemplateRequest saved(String body) {
        return new TemplateRequest("x", TemplateChannel.EMAIL, TemplatePurpose.CORRECTION, null, "件名", body);
    }

    private static List<String> messages(TemplateRequest request) {
        return MessageText.check(request).stream().map(Violation::message).toList();
    }
}

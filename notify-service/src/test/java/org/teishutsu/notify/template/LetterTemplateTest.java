package org.teishutsu.notify.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.problem.Violation;
import org.teishutsu.notify.letter.LetterText;

class LetterTemplateTest {

    private static final TemplateRequest STANDARD =
            StandardText.template(TemplateChannel.LETTER, TemplatePurpose.NOTICE);

    @Test
    void standingTextMayBePrinted() {
        assertThat(MessageText.check(STANDARD)).isEmpty();
    }

    @Test
    void worstCasesOfTheStandingTextArePrintedWhole() {
        MessageText text = MessageText.of(Language.JA, STANDARD.subject(), STANDARD.body());
        List<MadeUpCases.Shown> cases = MadeUpCases.show(TemplateChannel.LETTER, TemplatePurpose.NOTICE, text);

        assertThat(cases).extracting(MadeUpCases.Shown::worstCase).containsExactly(WorstCase.values());
        assertThat(cases).allSatisfy(shown -> {
            assertThat(shown.pages()).isBetween(2, 4);
            assertThat(shown.body()).contains("2000年12月31日", "以上");
        });
        assertThat(MadeUpCases.letters(TemplatePurpose.NOTICE, text))
                .startsWith("%PDF-".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    @Test
    void placesForTheRecipientAreKeptForThePress() {
        MessageText text = MessageText.of(Language.JA, STANDARD.subject(), STANDARD.body());
        LetterText letter = text.letter(MessageRules.EXAMPLE);

        assertThat(letter.body())
                .contains(LetterText.INQUIRY_NUMBER, "■ 例示の一\n・項目甲\n")
                .doesNotContain("AAAAA-AAAAA");
    }

    @Test
    void marksAreKnownAndStandWhereTheyMay() {
        assertThat(messages(STANDARD.body().replace("［件名］", "件名")))
                .anySatisfy(message -> assertThat(message).contains("［件名］"));
        assertThat(messages(STANDARD.body().replace("［件名］", "［件名］お知らせ")))
                .anySatisfy(message -> assertThat(message).startsWith("line 6: "));
        assertThat(messages(STANDARD.body().replace("［右］以上", "［左］x\n［右］以上")))
                .singleElement()
                .satisfies(message -> assertThat(message).contains("none of"));
        assertThat(messages(STANDARD.body().replace("［件名］", "［件名］\n{recipient.addressed}へ")))
                .singleElement()
                .satisfies(message -> assertThat(message).startsWith("line 7: "));
        assertThat(messages(STANDARD.body().replace("［右］以上", "［右］草々")))
                .singleElement()
                .satisfies(message -> assertThat(message).contains("以上"));
    }

    @Test
    void englishWritesDaysAndNamesItsOwnWay() {
        MessageData.Addressee recipient = new MessageData.Addressee("Rei JISHI", false, "AAAAA-AAAAA");
        assertThat(Language.EN.date(LocalDate.of(2017, 8, 2))).isEqualTo("2 August 2017");
        assertThat(Language.EN.addressed(recipient)).isEqualTo("Rei JISHI");
        String english = MessageText.of(Language.EN, "x", "{recipient.addressed}, {today}")
                .body(MessageRules.EXAMPLE);
        assertThat(english).isEqualTo("例 示子, 1 January 2000\n");
    }

    private static List<String> messages(String body) {
        return MessageText.check(new TemplateRequest("x", TemplateChannel.LETTER, null, null, STANDARD.subject(), body))
                .stream()
                .map(Violation::message)
                .toList();
    }
}

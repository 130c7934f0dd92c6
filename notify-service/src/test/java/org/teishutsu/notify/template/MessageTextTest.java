package org.teishutsu.notify.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.problem.Violation;

class MessageTextTest {

    private static final TemplateRequest STANDARD =
            StandardText.template(TemplateChannel.EMAIL, TemplatePurpose.NOTICE);
    private static final MessageText TEXT = MessageText.of(STANDARD.subject(), STANDARD.body());

    private static MessageData.Incident attack2017() {
        return new MessageData.Incident(
                "2017年の不正アクセス",
                LocalDate.of(2017, 7, 13),
                LocalDate.of(2017, 7, 13),
                LocalDate.of(2017, 7, 13),
                LocalDate.of(2017, 7, 13),
                "",
                "外部からの不正アクセス",
                "",
                List.of(new MessageData.Item("氏名", ""), new MessageData.Item("銀行口座", "")),
                List.of(new MessageData.NotLeaked("個人番号", LocalDate.of(2017, 7, 31), "")));
    }

    private static MessageData.Incident attack2016() {
        return new MessageData.Incident(
                "2016年の不正アクセス",
                LocalDate.of(2016, 7, 1),
                LocalDate.of(2016, 11, 30),
                LocalDate.of(2017, 7, 22),
                null,
                "第三者機関",
                "",
                "2017年7月18日に判明",
                List.of(new MessageData.Item("初回ログイン用パスワード", "無効化済み")),
                List.of());
    }

    private static MessageData to(String name, MessageData.Incident... incidents) {
        return new MessageData(
                new MessageData.Addressee(name, false, "7K3QX-9M2VT"),
                LocalDate.of(2017, 8, 1),
                new MessageData.Firm("サンプルＦＸ株式会社", "東京都千代田区", "代表取締役", "見本 太郎", "お客様窓口", "0120-000-000", "平日9時から17時"),
                List.of(incidents),
                Set.of("NAME", "BANK_ACCOUNT"),
                "",
                "");
    }

    @Test
    void standingTextMayBeSent() {
        assertThat(check(STANDARD.subject(), STANDARD.body())).isEmpty();
    }

    @Test
    void namesExactlyWhatLeakedIncidentByIncident() {
        String body = TEXT.body(to("髙﨑 花子", attack2017(), attack2016()));

        assertThat(body.lines().filter(line -> line.startsWith("■") || line.startsWith("・")))
                .containsExactly("■ 2017年の不正アクセス", "・氏名", "・銀行口座", "■ 2016年の不正アクセス", "・初回ログイン用パスワード（無効化済み）");
    }

    @Test
    void holdsWhatAMessageMustHold() {
        String body = TEXT.body(to("髙﨑 花子", attack2017(), attack2016()));

        assertThat(body)
                .startsWith("髙﨑 花子 様\n")
                .contains("2017年8月1日", "お詫び", "7K3QX-9M2VT", "0120-000-000", "平日9時から17時", "ブックマーク")
                .contains("2016年7月1日から2016年11月30日まで", "2017年7月22日", "外部からの不正アクセス", "第三者機関")
                .contains("個人番号（2017年7月31日現在）", "銀行口座：", "決してありません", "受信を希望されていない方にも", "送信専用")
                .doesNotContain("生年月日：", "平成", "{", "NOT_FOUND", "http")
                .endsWith("\n以上\n");
    }

    @Test
    void lineAfterLineWithoutGapsInALine() {
        assertThat(TEXT.body(to("髙﨑 花子", attack2017(), attack2016())))
                .contains("・銀行口座\n　この事案で", "個人番号（2017年7月31日現在）\n\n■ 2016年")
                .doesNotContain("\n\n\n");
    }

    @Test
    void firmsAreAddressedAsFirms() {
        MessageData data = to("x", attack2017());
        MessageData.Addressee firm = new MessageData.Addressee("例示商事株式会社", true, "7K3QX-9M2VT");

        assertThat(TEXT.body(new MessageData(
                        firm,
                        data.today(),
                        data.firm(),
                        data.incidents(),
                        data.leaked(),
                        data.damage(),
                        data.measures())))
                .startsWith("例示商事株式会社 御中\n");
    }

    @Test
    void nameIsNeverReadAsTemplate() {
        assertThat(TEXT.body(to("{firm.seat}{#if x}<b>&amp;", attack2017())))
                .startsWith("{firm.seat}{#if x}<b>&amp; 様\n");
    }

    @Test
    void nameCannotAddALineOrPassForALeakedItem() {
        String body = TEXT.body(to("・氏名\r\n・偽の項目\u2028■ 偽の事案\u202e", attack2017()));

        assertThat(body.lines().filter(line -> line.startsWith("■") || line.startsWith("・")))
                .containsExactly("■ 2017年の不正アクセス", "・氏名", "・銀行口座");
        assertThat(body.lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).endsWith(" 様").contains("偽の事案"));
    }

    @Test
    void factsOfSeveralLinesCannotPassForLeakedItems() {
        MessageData.Incident told = attack2017();
        MessageData.Incident sly = new MessageData.Incident(
                told.title(),
                told.occurredFrom(),
                told.occurredTo(),
                told.detected(),
                null,
                "",
                "一行目\n・二行目\n　■ 三行目",
                "",
                told.items(),
                List.of());

        assertThat(TEXT.body(to("花子", sly)).lines().filter(line -> line.startsWith("■") || line.startsWith("・")))
                .containsExactly("■ 2017年の不正アクセス", "・氏名", "・銀行口座");
    }

    @Test
    void unknownPlaceholderIsRefusedWithItsPlace() {
        String body =
                STANDARD.body().replace("{recipient.addressed}", "{recipient.addressed}\n ×{recipient.bankAccount}");

        assertThat(check(STANDARD.subject(), body)).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("body");
            assertThat(violation.message()).startsWith("line 2, column").contains("{recipient.bankAccount}");
        });
    }

    @Test
    void nothingButPlaceholdersAndTwoSectionsIsLanguage() {
        for (String more : List.of(
                "{recipient.addressed.length}",
                "{recipient.addressed.toUpperCase()}",
                "{inject:foo}",
                "{cdi:foo.bar}",
                "{#include x /}",
                "{#eval '1' /}",
                "{#for x in incidents}{x.title}{/for}",
                "{#if damage",
                "{/if}",
                "{leaked.lower}")) {
            assertThat(check(STANDARD.subject(), STANDARD.body().replace("以上", more + "\n以上")))
                    .as(more)
                    .isNotEmpty()
                    .allSatisfy(violation -> assertThat(violation.message()).startsWith("line "));
        }
    }

    @Test
    void bodyThatBreaksARuleIsRefused() {
        assertThat(messages(STANDARD.body().replace("・{item.label}", "-{item.label}")))
                .anySatisfy(message -> assertThat(message).contains("・label"));
        assertThat(messages(STANDARD.body().replace("５．", "・その他\n５．")))
                .anySatisfy(message -> assertThat(message).contains("begin no other line"));
        assertThat(messages(STANDARD.body().replace("以上", "草々")))
                .anySatisfy(message -> assertThat(message).contains("以上"));
        assertThat(messages(STANDARD.body().replace("以上", "https://example.jp/\n以上")))
                .anySatisfy(message -> assertThat(message).contains("link"));
        assertThat(messages(STANDARD.body().replace("{recipient.inquiryNumber}", "")))
                .anySatisfy(message -> assertThat(message).contains("{recipient.inquiryNumber}"));
    }

    @Test
    void subjectIsOneLineWithoutPlaceholderOrLink() {
        for (String subject : List.of("", "a\r\nBcc: x@example.jp", "{recipient.addressed}", "www.example.jp")) {
            assertThat(check(subject, STANDARD.body()))
                    .isNotEmpty()
                    .extracting(Violation::field)
                    .containsOnly("subject");
        }
    }

    private static List<String> messages(String body) {
        return check(STANDARD.subject(), body).stream().map(Violation::message).toList();
    }

    private static List<Violation> check(String subject, String body) {
        return MessageText.check(new TemplateRequest("x", TemplateChannel.EMAIL, null, null, subject, body));
    }
}

package org.teishutsu.notify.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.teishutsu.notify.delivery.Mailing.Composed;
import org.teishutsu.notify.exposure.CataloguedItem;
import org.teishutsu.notify.exposure.ItemCatalogue;
import org.teishutsu.notify.report.FirmFacts;
import org.teishutsu.notify.report.IncidentFacts;
import org.teishutsu.notify.template.MessageData;
import org.teishutsu.notify.template.MessageText;

class CampaignMessageTest {

    private static final ItemCatalogue CATALOGUE = new ItemCatalogue(List.of(
            new CataloguedItem("NAME", "氏名", 0),
            new CataloguedItem("PASSWORD", "パスワード", 1),
            new CataloguedItem("MY_NUMBER", "個人番号", 2)));

    private static final MessageText TEXT = MessageText.of("お知らせ", """
            {recipient.addressed} {today} {firm.name} {firm.deskPhone} {recipient.inquiryNumber}
            {#for incident in incidents}
            ■ {incident.title}
            {#for item in incident.items}
            ・{item.label}{#if item.remark}（{item.remark}）{/if}

            {/for}
            {#for item in incident.notLeaked}
            安全：{item.label}
            {/for}
            {/for}
            以上
            """);

    private static final MessageData.Addressee HANAKO = new MessageData.Addressee("見本 花子", false, "AAAAA-AAAAA");
    private static final LocalDate DAY = LocalDate.of(2017, 8, 1);

    private static IncidentFacts incident(String code, String title, String... notLeaked) {
        return new IncidentFacts(
                code,
                title,
                LocalDate.of(2016, 7, 1),
                LocalDate.of(2016, 11, 30),
                Instant.parse("2017-07-18T01:00:00Z"),
                null,
                List.of(),
                List.of(notLeaked).stream()
                        .map(item -> new IncidentFacts.NotLeaked(item, null, null))
                        .toList(),
                null,
                null,
                null);
    }

    private static CampaignMessage message(boolean drill) {
        CampaignFacts facts = new CampaignFacts(
                new FirmFacts("見本社", null, null, null, null, null, null, null, "0120", null, null),
                List.of(incident("a", "事案Ａ", "MY_NUMBER"), incident("b", "事案Ｂ", "PASSWORD", "MY_NUMBER")),
                new TreeMap<>(Map.of("PASSWORD", "無効化済み")),
                "",
                "");
        return new CampaignMessage(TEXT, facts, CATALOGUE, drill);
    }

    @Test
    void tellsOfThoseIncidentsAndItemsThatAreHis() {
        assertThat(message(false).compose(HANAKO, Map.of("b", 1L), DAY).body())
                .contains("■ 事案Ｂ", "・氏名")
                .doesNotContain("事案Ａ", "・パスワード");
    }

    @Test
    void neverCallsSafeWhatLeakedOfThisRecipientElsewhere() {
        Composed message = message(false).compose(HANAKO, Map.of("a", 3L, "b", 1L), DAY);

        assertThat(message.body()).contains("・パスワード（無効化済み）", "安全：個人番号").doesNotContain("安全：パスワード");
    }

    @Test
    void drillSaysSoInSubjectAndFirstLine() {
        Composed drill = message(true).compose(HANAKO, Map.of("a", 1L), DAY);

        assertThat(drill.subject()).isEqualTo("【訓練】お知らせ");
        assertThat(drill.body().lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("訓練"));
        assertThat(message(false).compose(HANAKO, Map.of("a", 1L), DAY).body()).doesNotContain("訓練");
    }

    @Test
    void refusesToTellOfAnIncidentOrItemItDoesNotKnow() {
        assertThatThrownBy(() -> message(false).compose(HANAKO, Map.of("a", 1L, "c", 1L), DAY))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> message(false).compose(HANAKO, Map.of("a", 64L), DAY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package org.teishutsu.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.teishutsu.notify.SendingFixture.customer;
import static org.teishutsu.notify.SendingFixture.emails;
import static org.teishutsu.notify.SendingFixture.eventually;
import static org.teishutsu.notify.SendingFixture.progress;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Header;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.notify.LedgerFixture;
import org.teishutsu.notify.NotifyServiceTest;
import org.teishutsu.notify.SendingFixture;
import org.teishutsu.notify.mail.ScriptedMailServer;
import org.teishutsu.notify.mail.ScriptedMailServer.Received;

/** What stands in a list can send no wrong message, crash no loop and stop nobody else. */
@QuarkusTest
@NotifyServiceTest
class BadInputTest {

    private static final List<String> HEADERS = List.of(
            "Date",
            "From",
            "To",
            "Message-ID",
            "Subject",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding",
            "Content-Language",
            "Auto-Submitted");

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "mail.port")
    int mailPort;

    private ScriptedMailServer mail;

    @BeforeEach
    void begin() {
        LedgerFixture.empty(dataSource);
        mail = new ScriptedMailServer(mailPort);
    }

    @AfterEach
    void end() {
        mail.close();
    }

    private static String named(String number, String name) {
        return number + ",INDIVIDUAL,\"" + name + "\",ミホン," + number.toLowerCase(java.util.Locale.ROOT)
                + "@example.jp,2010-01-01,100-0001,東京都見本,090-0000-0000,CURRENT,NAME|EMAIL";
    }

    /** One bad row among good ones; gives back the messages, sorted by recipient. */
    private List<Received> sent(String bad) {
        List<String> rows = new ArrayList<>(List.of(customer("A1", "a1@example.jp", "NAME")));
        rows.add(bad);
        rows.add(customer("Z1", "z1@example.jp", "NAME"));
        SendingFixture.affected("2016-attack", rows);
        String campaign = SendingFixture.running("2016-attack");
        eventually(
                "settled",
                () -> emails(campaign, "SENT") >= 2 && emails(campaign, "QUEUED") + emails(campaign, "SENDING") == 0);
        assertThat(progress(campaign).getInt("uncertain")).isZero();
        List<Received> received = new ArrayList<>(mail.received());
        received.sort(java.util.Comparator.comparing(Received::recipient));
        received.forEach(BadInputTest::hasItsOwnHeadersAlone);
        return received;
    }

    private static void hasItsOwnHeadersAlone(Received received) {
        try {
            List<String> names = new ArrayList<>();
            for (Header header : Collections.list(parsed(received).getAllHeaders())) {
                names.add(header.getName());
            }
            assertThat(names).containsExactlyElementsOf(HEADERS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static MimeMessage parsed(Received received) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(received.bytes()));
    }

    private static List<String> recipients(List<Received> received) {
        return received.stream().map(Received::recipient).toList();
    }

    @Test
    void nameWithALineEndAddsNoHeader() {
        assertThat(recipients(sent(named("M1", "見本 花子\r\nBcc: x@evil.example"))))
                .doesNotContain("x@evil.example")
                .contains("a1@example.jp", "z1@example.jp");
    }

    @Test
    void nameThatLooksLikeATemplateOrAPageIsText() throws Exception {
        List<Received> received = sent(named("M1", "<b>{recipient.name}</b>{#for i in 9}{/for}"));
        assertThat(recipients(received)).containsExactly("a1@example.jp", "m1@example.jp", "z1@example.jp");
        assertThat((String) parsed(received.get(1)).getContent())
                .contains("<b>{recipient.name}</b>{#for i in 9}{/for}");
    }

    @Test
    void addressWithAComment() {
        assertThat(recipients(sent(customer("M1", "hanako(comment)@example.jp", "NAME"))))
                .contains("a1@example.jp", "z1@example.jp")
                .doesNotContain("hanako@example.jp");
    }

    @Test
    void addressInAnInternationalDomain() {
        assertThat(recipients(sent(customer("M1", "hanako@例え.example", "NAME"))))
                .contains("a1@example.jp", "z1@example.jp")
                .isSubsetOf("a1@example.jp", "hanako@xn--r8jz45g.example", "z1@example.jp");
    }

    @Test
    void addressOfThreeHundredAndTwentyCharacters() {
        assertThat(recipients(sent(customer("M1", "m".repeat(307) + "@mail.example", "NAME"))))
                .containsExactly("a1@example.jp", "z1@example.jp");
    }

    @Test
    void addressOfAnOldCarrier() {
        List<String> recipients = recipients(sent(customer("M1", "a..b.@docomo.example", "NAME")));
        assertThat(recipients).hasSize(3).contains("a1@example.jp", "z1@example.jp");
        assertThat(recipients.stream().filter(one -> one.endsWith("@docomo.example")))
                .singleElement()
                .asString()
                .contains("a..b.");
    }
}

package org.teishutsu.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailWriterTest {

    private static final UUID ID = UUID.fromString("015d9a3c-0000-7000-8000-000000000001");

    private final MailWriter writer = new MailWriter(
            EmailAddress.parse("oshirase@example.jp").orElseThrow(), "mail.example.jp", id -> id + ".tag", null);

    private static OutgoingMail mail(String body) {
        return new OutgoingMail(
                ID,
                EmailAddress.parse("hanako@example.jp").orElseThrow(),
                "大切なお知らせ",
                body,
                ZonedDateTime.of(2017, 8, 1, 10, 0, 0, 0, ZoneOffset.ofHours(9)));
    }

    @Test
    void readsBackAsWritten() throws Exception {
        String body = "髙﨑 𠮷郎 様\n\n.\n..\nFrom here\n・氏名\n以上\n";

        MimeMessage read = new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(writer.write(mail(body))));

        assertThat(((String) read.getContent()).replace("\r\n", "\n")).isEqualTo(body);
        assertThat(read.getSubject()).isEqualTo("大切なお知らせ");
        assertThat(read.getMessageID()).isEqualTo("<" + ID + ".tag@mail.example.jp>");
        assertThat(read.getHeader("Date")).containsExactly("Tue, 1 Aug 2017 10:00:00 +0900");
        assertThat(read.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(read.getHeader("To")).containsExactly("<hanako@example.jp>");
        assertThat(read.getContentType()).isEqualTo("text/plain; charset=UTF-8");
    }

    @Test
    void linesEndAsMailWantsItHoweverTheyCame() throws Exception {
        MimeMessage read = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(writer.write(mail("\r\n一\n二\r\n\n三\r\n四"))));

        assertThat((String) read.getContent()).isEqualTo("\r\n一\r\n二\r\n\r\n三\r\n四");
    }

    @Test
    void isPureAsciiInShortLinesSoThatNoServerHasToRecodeIt() {
        String bytes = new String(writer.write(mail("長い行".repeat(500))), StandardCharsets.ISO_8859_1);

        assertThat(bytes.chars().allMatch(c -> c < 0x80)).isTrue();
        assertThat(bytes.split("\r\n", -1))
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(100).doesNotContain("\n", "\r"));
    }

    @Test
    void returnPathNamesTheDelivery() {
        assertThat(writer.returnPath(ID)).isEqualTo("bounce+" + ID + ".tag@mail.example.jp");
    }
}

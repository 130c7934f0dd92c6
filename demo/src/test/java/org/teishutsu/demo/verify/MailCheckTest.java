package org.teishutsu.demo.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teishutsu.demo.input.InputLists;

/** The check of the messages finds what is wrong: otherwise that it found nothing would say nothing. */
class MailCheckTest {

    private static final String HEADER =
            "customer_number,party,name,name_kana,email,email_since,postal_code,address,mobile,status,items\n";
    private static final Map<String, String> TITLES = Map.of("2016-attack", "旧事案", "2017-attack", "新事案");
    private static final Map<String, String> LABELS =
            Map.of("EMAIL", "メールアドレス", "NAME", "氏名", "VIRTUAL_ACCOUNT", "バーチャル口座番号（入金専用）", "CUSTOMER_ID", "お客様ID");
    private static final String RIGHT = """
            【訓練】これは訓練です。

            髙﨑　花子 様

            ■ 旧事案
            ・お客様ID
            ・バーチャル口座番号（入金専用）（既に無効）
            ■ 新事案
            ・氏名
            """;

    @TempDir
    Path folder;

    private InputReading input;

    @BeforeEach
    void twoLists() throws IOException {
        Files.createDirectories(folder.resolve("mail"));
        Files.write(
                InputLists.list2016(folder),
                (HEADER
                                + "00000007,INDIVIDUAL,髙﨑　花子,,hanako@mail.example,2010-01-01,,東京都架空区1,090-0000-0001,CURRENT,CUSTOMER_ID|VIRTUAL_ACCOUNT\n"
                                + "00000014,INDIVIDUAL,共有　一,,shared@mail.example,2010-01-01,,,,CURRENT,EMAIL\n"
                                + "00000021,INDIVIDUAL,共有　二,,shared@mail.example,2010-01-01,,,,CURRENT,EMAIL\n"
                                + "00000028,INDIVIDUAL,変更　三,,changed@mail.example,2016-09-01,,,,CURRENT,EMAIL\n"
                                + "00000035,INDIVIDUAL,元　四,,gone@mail.example,2010-01-01,,,,FORMER,EMAIL\n"
                                + "00000042,INDIVIDUAL,無　五,,,,,,,CURRENT,CUSTOMER_ID\n"
                                + "00000049,INDIVIDUAL,拒否　六,,refused.a@mail.example,2010-01-01,,,,CURRENT,EMAIL\n"
                                + "broken\n")
                        .getBytes(InputLists.CP932));
        Files.writeString(
                InputLists.list2017(folder),
                HEADER
                        + "00000007,INDIVIDUAL,髙﨑　花子,,hanako@mail.example,2010-01-01,,東京都架空区1,090-0000-0001,CURRENT,NAME\n");
        input = InputReading.of(folder, Set.copyOf(LABELS.keySet()));
    }

    @Test
    void theListsAreReadByTheRules() {
        assertThat(input.people()).hasSize(7);
        assertThat(input.inBoth()).isEqualTo(1);
        assertThat(input.brokenLines("2016-attack")).containsExactly(9);
        assertThat(MailCheck.letterReasons(input))
                .isEqualTo(Map.of("SHARED_ADDRESS", 2L, "CHANGED_AFTER_ATTACK", 1L, "LONG_GONE", 1L, "NO_EMAIL", 1L));
        assertThat(MailCheck.refused(input)).isEqualTo(1);
    }

    @Test
    void theRightMessageHasNoFault() throws IOException {
        mail("a", "hanako@mail.example", "【訓練】お知らせ", RIGHT);
        MailCheck check = check();
        assertThat(check.faults()).isEmpty();
        assertThat(check.mailable()).isEqualTo(1);
        assertThat(check.missing()).isZero();
        assertThat(check.doubled()).isZero();
    }

    @Test
    void nobodyMailedIsFound() throws IOException {
        assertThat(check().missing()).isEqualTo(1);
    }

    @Test
    void aSecondMessageIsFoundAndWhetherItsIdIsTheSame() throws IOException {
        mail("a", "hanako@mail.example", "【訓練】お知らせ", RIGHT);
        mail("a-again", "a", "hanako@mail.example", "【訓練】お知らせ", RIGHT);
        assertThat(check().doubled()).isEqualTo(1);
        assertThat(check().doubledUnderAnotherId()).isZero();
        mail("b", "hanako@mail.example", "【訓練】お知らせ", RIGHT);
        assertThat(check().doubledUnderAnotherId()).isEqualTo(1);
    }

    @Test
    void aMessageToSomebodyWhoGoesByLetterIsFound() throws IOException {
        mail("a", "shared@mail.example", "【訓練】お知らせ", RIGHT);
        assertThat(check().faults()).containsOnlyKeys("went to somebody who is not to be mailed");
    }

    @Test
    void anItemTooManyOrTooFewOrOfTheOtherIncidentIsFound() throws IOException {
        String fault = "does not name exactly the recipient's items";
        assertThat(faultsOf(RIGHT.replace("・氏名\n", "・氏名\n・メールアドレス\n"))).containsOnlyKeys(fault);
        assertThat(faultsOf(RIGHT.replace("・お客様ID\n", ""))).containsOnlyKeys(fault);
        assertThat(faultsOf(RIGHT.replace("■ 旧事案\n", "■ 新事案\n").replaceFirst("■ 新事案\n・氏名", "■ 旧事案\n・氏名")))
                .containsOnlyKeys(fault);
        assertThat(faultsOf(RIGHT.replace("髙﨑　花子 様\n", "髙﨑　花子 様\n・なにか\n"))).containsOnlyKeys(fault);
    }

    @Test
    void whatAMessageMustNotTellIsFound() throws IOException {
        assertThat(faultsOf(RIGHT + "電話 090-0000-0001")).containsOnlyKeys("tells the mobile telephone");
        assertThat(faultsOf(RIGHT + "番号 00000007")).containsOnlyKeys("tells the customer number");
        assertThat(faultsOf(RIGHT + "https://firm.example/")).containsOnlyKeys("holds a link");
    }

    @Test
    void aMissingMarkOrAnotherNameIsFound() throws IOException {
        assertThat(faultsOf(RIGHT.replace("訓練", "本番"))).containsOnlyKeys("does not begin with 訓練");
        assertThat(faultsOf(RIGHT.replace("髙﨑　花子", "高崎　花子")))
                .containsOnlyKeys("does not address its recipient by name");
        mail("c", "hanako@mail.example", "お知らせ", RIGHT);
        assertThat(check().faults()).containsKey("has no 訓練 before its subject");
    }

    @Test
    void aSubjectSplitInsideACharacterIsFound() throws IOException {
        byte[] subject = "【訓練】".getBytes(UTF_8);
        String first = Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(subject, 4));
        Files.writeString(
                folder.resolve("mail/a.eml"),
                "Delivered-To: hanako@mail.example\r\nTo: hanako@mail.example\r\nMessage-ID: <a>\r\n"
                        + "Subject: =?UTF-8?B?" + first + "?=\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\nx\r\n");
        assertThat(check().faults()).containsOnlyKeys("cannot be read as UTF-8 mail");
    }

    private Map<String, Long> faultsOf(String body) throws IOException {
        mail("a", "hanako@mail.example", "【訓練】お知らせ", body);
        return check().faults();
    }

    private MailCheck check() throws IOException {
        MailCheck check = new MailCheck(input, TITLES, LABELS);
        check.read(folder.resolve("mail"), any -> {});
        return check;
    }

    private void mail(String id, String to, String subject, String body) throws IOException {
        mail(id, id, to, subject, body);
    }

    private void mail(String file, String id, String to, String subject, String body) throws IOException {
        Base64.Encoder encoder = Base64.getMimeEncoder();
        Files.writeString(
                folder.resolve("mail").resolve(file + ".eml"),
                "Delivered-To: " + to + "\r\nTo: <" + to + ">\r\nMessage-ID: <" + id
                        + "@firm.example>\r\nSubject: =?UTF-8?B?"
                        + Base64.getEncoder().encodeToString(subject.getBytes(UTF_8))
                        + "?=\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\n"
                        + encoder.encodeToString(body.replace("\n", "\r\n").getBytes(UTF_8)) + "\r\n");
    }
}

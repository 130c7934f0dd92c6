package org.teishutsu.notify.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifierTest {

    private static final String NAME = "015d9a3c-0000-7000-8000-000000000001.0123456789abcdef";

    /** What each message of the corpus is: kind, cause, the rule that tells it, status, and whom it names first. */
    private static final String TABLE = """
            abuse-report          | UNKNOWN    | UNKNOWN      | abuse-report                  |        |
            address-only          | FAILED     | BAD_ADDRESS  | postfix-text                  | 5.1.1  | hanako@mail.example
            answer                | UNKNOWN    | UNKNOWN      |                               |        |
            au                    | FAILED     | UNKNOWN      | au                            |        | hanako@ezweb.example
            au-quota              | FAILED     | MAILBOX_FULL | au+mailbox-full               |        | hanako@ezweb.example
            autoreply-header      | AUTO_REPLY | UNKNOWN      | autoreply-header              |        |
            broken-report         | FAILED     | BAD_ADDRESS  | rfc3464                       | 5.1.1  | hanako@mail.example
            challenge             | CHALLENGE  | UNKNOWN      | challenge-en                  |        |
            challenge-ja          | CHALLENGE  | UNKNOWN      | challenge-ja                  |        |
            docomo                | FAILED     | BAD_ADDRESS  | docomo+user-unknown           |        | taro..y@docomo.example
            docomo-dsn            | FAILED     | BAD_ADDRESS  | rfc3464+user-unknown          | 5.0.0  | "taro..y"@docomo.example
            domino                | FAILED     | BAD_ADDRESS  | domino+user-unknown           |        | hanako@domino.example
            envelope-id           | FAILED     | BAD_ADDRESS  | rfc3464                       | 5.1.1  | hanako@mail.example
            exchange              | FAILED     | BAD_ADDRESS  | rfc3464                       | 5.1.10 | hanako@corp.example
            exchange-ja           | FAILED     | BAD_ADDRESS  | exchange                      | 5.1.1  | hanako@corp.example
            exchange-old          | FAILED     | BAD_ADDRESS  | exchange-old+user-unknown     |        | hanako@corp.example
            exim-delay            | DELAYED    | NETWORK      | delay-warning                 | 4.4.7  |
            exim-dsn              | FAILED     | BAD_ADDRESS  | rfc3464+user-unknown          | 5.0.0  | hanako@mail.example
            exim-old              | FAILED     | BAD_ADDRESS  | exim+user-unknown             |        | hanako@mail.example
            expanded-some-failed  | PASSED_ON  | UNKNOWN      | rfc3464                       | 5.1.1  |
            fields-in-text        | FAILED     | BAD_ADDRESS  | rfc3464-in-text               | 5.1.1  | hanako@gate.example
            forged-name           | FAILED     | BAD_ADDRESS  | rfc3464                       | 5.1.1  | hanako@mail.example
            forwarded-by-customer | UNKNOWN    | UNKNOWN      | undelivered-by-subject        |        |
            gmail                 | FAILED     | BAD_ADDRESS  | rfc3464                       | 5.1.1  | hanako@gmail.example
            gmail-old             | FAILED     | MAILBOX      | gmail                         | 5.2.1  | hanako@gmail.example
            headers-only          | FAILED     | BAD_ADDRESS  | rfc3464                       | 5.1.1  | hanako@mail.example
            japanese-delay        | DELAYED    | NETWORK      | delay-warning-ja              | 4.4.7  |
            japanese-host         | FAILED     | MAILBOX_FULL | failed-ja+mailbox-full        |        | hanako@hosting.example
            no-original           | FAILED     | BAD_ADDRESS  | rfc3464                       | 5.1.1  | hanako@mail.example
            notes-broken          | FAILED     | BAD_ADDRESS  | notes+user-unknown            |        | hanako@notes.example
            out-of-office-ja      | AUTO_REPLY | UNKNOWN      | autoreply-subject-ja          |        |
            out-of-office-text-ja | AUTO_REPLY | UNKNOWN      | autoreply-text-ja             |        |
            postfix-delayed       | DELAYED    | NETWORK      | rfc3464                       | 4.4.1  | hanako@mail.example
            postfix-delivered     | DELIVERED  | UNKNOWN      | rfc3464                       |        | hanako@mail.example
            postfix-expired       | FAILED     | NETWORK      | rfc3464                       | 4.4.1  | hanako@mail.example
            postfix-mailbox-full  | FAILED     | MAILBOX_FULL | rfc3464                       | 5.2.2  | hanako@mail.example
            postfix-policy        | FAILED     | POLICY       | rfc3464                       | 5.7.1  | hanako@mail.example
            postfix-relayed       | PASSED_ON  | UNKNOWN      | rfc3464                       |        | hanako@mail.example
            postfix-unknown-user  | FAILED     | BAD_ADDRESS  | rfc3464                       | 5.1.1  | hanako@mail.example
            precedence-bulk       | AUTO_REPLY | UNKNOWN      | precedence                    |        |
            qmail                 | FAILED     | BAD_ADDRESS  | qmail                         | 5.1.1  | hanako@qmail.example
            qmail-quota           | FAILED     | MAILBOX_FULL | qmail+mailbox-full            |        | hanako@qmail.example
            quoted-by-customer    | UNKNOWN    | UNKNOWN      |                               |        |
            read-receipt          | AUTO_REPLY | UNKNOWN      | read-receipt                  |        |
            sendmail-text         | FAILED     | BAD_ADDRESS  | sendmail-text                 | 5.1.1  | hanako@mail.example
            several-all-failed    | FAILED     | MAILBOX_FULL | rfc3464                       | 5.2.2  | one@mail.example
            several-recipients    | FAILED     | BAD_ADDRESS  | rfc3464                       | 5.1.1  | hanako@mail.example
            softbank              | FAILED     | FILTERED     | softbank+filtered             |        | hanako@i.softbank.example
            softbank-dsn          | FAILED     | MAILBOX      | rfc3464                       | 5.2.0  | hanako@softbank.example
            spam                  | UNKNOWN    | UNKNOWN      |                               |        |
            unknown-form          | UNKNOWN    | UNKNOWN      | mail-system-unknown-form      |        |
            vacation-rfc3834      | AUTO_REPLY | UNKNOWN      | rfc3834                       |        |
            """;

    private final Rules rules = Rules.load();
    private final Classifier classifier = new Classifier(rules);

    @ParameterizedTest
    @CsvSource(textBlock = TABLE, delimiter = '|', quoteCharacter = '`')
    void everyMessageIsToldForWhatItIs(
            String notification, Kind kind, Cause cause, String rule, String status, String recipient) {
        Verdict verdict = judge(notification);

        assertThat(verdict.kind()).isEqualTo(kind);
        assertThat(verdict.rule()).isEqualTo(rule == null ? null : rule + " v" + rules.version());
        assertThat(verdict.cause()).isEqualTo(cause);
        assertThat(verdict.status().orElse(null)).isEqualTo(status);
        if (recipient != null) {
            assertThat(verdict.recipients().get(0).recipient()).isEqualTo(recipient);
        }
    }

    private Verdict judge(String notification) {
        return classifier.judge(MailReader.read(RawMessage.of(Notifications.about(notification, NAME))));
    }

    @Test
    void everyMessageOfTheCorpusIsInTheTable() {
        Set<String> named = new TreeSet<>();
        TABLE.lines()
                .forEach(line -> named.add(line.substring(0, line.indexOf('|')).strip()));

        assertThat(named).containsExactlyElementsOf(Notifications.all()).hasSizeGreaterThan(25);
    }

    @Test
    void mailsLookTheSameWithEitherLineEnd() {
        for (String notification : Notifications.all()) {
            byte[] unix = Notifications.about(notification, NAME);
            byte[] mail = new String(unix, java.nio.charset.StandardCharsets.ISO_8859_1)
                    .replace("\n", "\r\n")
                    .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

            assertThat(classifier.judge(MailReader.read(RawMessage.of(mail))))
                    .as(notification)
                    .isEqualTo(judge(notification));
            assertThat(RawMessage.of(mail).digest())
                    .isEqualTo(RawMessage.of(unix).digest());
        }
    }

    @Test
    void rulesHaveNamesOfTheirOwn() {
        Set<String> names = new HashSet<>();
        rules.rules()
                .forEach(rule ->
                        assertThat(names.add(rule.name())).as(rule.name()).isTrue());
        rules.causes()
                .forEach(rule ->
                        assertThat(names.add(rule.name())).as(rule.name()).isTrue());
    }

    @Test
    void severalRecipientsAreToldEachForItself() {
        assertThat(judge("several-recipients").recipients())
                .extracting(RecipientReport::action)
                .containsExactly(Action.FAILED, Action.DELIVERED);
        assertThat(judge("expanded-some-failed").recipients()).hasSize(2);
    }

    @Test
    void whatIsAboutTheSenderIsPolicy() {
        assertThat(Cause.of("5.1.8")).isEqualTo(Cause.POLICY);
        assertThat(Cause.of("5.7.26")).isEqualTo(Cause.POLICY);
        assertThat(Cause.of("4.2.2")).isEqualTo(Cause.MAILBOX_FULL);
        assertThat(Cause.of("5.0.0")).isEqualTo(Cause.UNKNOWN);
        assertThat(Cause.of(null)).isEqualTo(Cause.UNKNOWN);
    }
}

package org.teishutsu.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyRulesTest {

    private final PolicyRules rules = PolicyRules.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.7.1 Service unavailable; client [192.0.2.1] blocked using a list",
                "550-5.7.26 This mail is unauthenticated\r\n550 5.7.26 more words",
                "554 5.7.0 no",
                "571 Message refused",
                "550 Mail from IP 192.0.2.1 was rejected due to listing in Spamhaus",
                "554 Your access to this mail system has been rejected due to the sending MTA's poor reputation.",
                "550 Administrative prohibition: blocked by policy",
                "554 <host.example[192.0.2.1]>: Client host rejected: Access denied",
                "550 5.0.0 message rejected: DMARC policy",
                "554 Relay access denied"
            })
    void isAboutUs(String answer) {
        assertThat(rules.isAboutUs(Integer.parseInt(answer.substring(0, 3)), answer))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.1.1 <hanako@example.jp>: Recipient address rejected: User unknown; see our policy page",
                "550 User unknown",
                "550 Unknown user",
                "550 Requested action not taken: mailbox unavailable",
                "552 5.2.2 Mailbox full",
                "554 5.2.1 mailbox disabled",
                "553 mailbox name not allowed",
                "550 5.1.10 blocked for ever",
                "550"
            })
    void isAboutTheRecipient(String answer) {
        assertThat(rules.isAboutUs(Integer.parseInt(answer.substring(0, 3)), answer))
                .isFalse();
    }
}

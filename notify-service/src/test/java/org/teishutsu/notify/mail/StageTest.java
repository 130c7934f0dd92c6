package org.teishutsu.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTest {

    @ParameterizedTest
    @CsvSource({
        "CONNECT, -1, SERVER_REFUSES",
        "CONNECT, 554, SERVER_REFUSES",
        "MAIL_FROM, 451, SERVER_REFUSES",
        "MAIL_FROM, 550, SERVER_REFUSES",
        "MAIL_FROM, -1, SERVER_REFUSES",
        "RCPT_TO, 450, LATER",
        "RCPT_TO, 452, LATER",
        "RCPT_TO, 421, LATER",
        "RCPT_TO, 550, REFUSED",
        "RCPT_TO, -1, LATER",
        "DATA, 451, LATER",
        "DATA, 554, REFUSED",
        "DATA, -1, LATER",
        "RCPT_TO, 530, SERVER_REFUSES",
        "DATA, 530, SERVER_REFUSES",
        "END, 530, SERVER_REFUSES",
        "END, 250, ACCEPTED",
        "END, 251, ACCEPTED",
        "END, 452, LATER",
        "END, 554, REFUSED",
        "END, -1, UNKNOWN",
        "END, 354, UNKNOWN",
    })
    void meansTheSameForEveryServer(Stage stage, int code, Outcome outcome) {
        assertThat(stage.outcome(code)).isEqualTo(outcome);
    }

    @Test
    void onlyTheFinalDotCanBeAcceptedOrUnknown() {
        for (Stage stage : Stage.values()) {
            for (int code = -1; code < 600; code++) {
                Outcome outcome = stage.outcome(code);
                if (stage != Stage.END) {
                    assertThat(outcome).isNotIn(Outcome.ACCEPTED, Outcome.UNKNOWN);
                }
                assertThat(outcome == Outcome.REFUSED && code / 100 != 5).isFalse();
            }
        }
    }
}

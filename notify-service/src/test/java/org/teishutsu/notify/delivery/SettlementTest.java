package org.teishutsu.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teishutsu.notify.mail.Answer;
import org.teishutsu.notify.mail.Outcome;

class SettlementTest {

    private static final Instant FIRST = Instant.parse("2017-08-01T01:00:00Z");
    private static final Backoff BACKOFF = new Backoff(Duration.ofMinutes(5), Duration.ofHours(4));
    private static final Duration RETRY_FOR = Duration.ofHours(72);

    private static Claim claim(int attempts, @Nullable Instant firstTried) {
        return new Claim(
                UUID.randomUUID(),
                1,
                1,
                UUID.randomUUID(),
                new Claim.Recipient("見本 花子", false, "hanako@example.jp", "AAAAA-AAAAA", true),
                Map.of("2017-attack", 1L),
                null,
                attempts,
                firstTried,
                false,
                0);
    }

    private static Settlement settle(Claim claim, Outcome outcome, Instant now) {
        return Settlement.of(claim, new Answer(outcome, "an answer"), now, BACKOFF, RETRY_FOR);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, SENT",
        "REFUSED, REJECTED",
        "UNKNOWN, UNCERTAIN",
        "SERVER_REFUSES, RELEASED",
        "LATER, DEFERRED",
    })
    void everyAnswerIsSettled(Outcome outcome, Settlement.Result result) {
        assertThat(settle(claim(0, null), outcome, FIRST).result()).isEqualTo(result);
    }

    @Test
    void pausesDoubleUpToTheLongest() {
        assertThat(settle(claim(0, null), Outcome.LATER, FIRST).dueAt()).isEqualTo(FIRST.plus(Duration.ofMinutes(5)));
        assertThat(settle(claim(1, FIRST), Outcome.LATER, FIRST).dueAt()).isEqualTo(FIRST.plus(Duration.ofMinutes(10)));
        assertThat(settle(claim(20, FIRST), Outcome.LATER, FIRST).dueAt()).isEqualTo(FIRST.plus(Duration.ofHours(4)));
    }

    @Test
    void lastAttemptIsWhenTheTimeForTryingEnds() {
        Instant shortlyBefore = FIRST.plus(Duration.ofHours(71));

        assertThat(settle(claim(20, FIRST), Outcome.LATER, shortlyBefore).dueAt())
                .isEqualTo(FIRST.plus(RETRY_FOR));
        assertThat(settle(claim(21, FIRST), Outcome.LATER, FIRST.plus(RETRY_FOR))
                        .result())
                .isEqualTo(Settlement.Result.REJECTED);
    }

    @Test
    void showsNobody() {
        assertThat(settle(claim(0, null), Outcome.ACCEPTED, FIRST).toString()).doesNotContain("hanako", "花子", "AAAAA");
    }

    @Test
    void pauseNeverOverflows() {
        for (int failures = -1; failures < 100_000; failures += 7) {
            assertThat(BACKOFF.after(failures)).isBetween(Duration.ofMinutes(5), Duration.ofHours(4));
        }
    }
}

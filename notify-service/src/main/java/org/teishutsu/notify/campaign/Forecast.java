package org.teishutsu.notify.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.time.Jst;

/**
 * When the last e-mail of a campaign will have been handed over, if everything goes on as it does now. Letters are not in
 * it. For people to watch.
 *
 * @param completeBy the day by whose end it should be
 * @param expectedAt null when nothing tells: nothing is sent, or some wait for a domain that rests
 * @param late whether that is after completeBy, or completeBy has passed and something is left
 */
record Forecast(LocalDate completeBy, @Nullable Instant expectedAt, boolean late) {

    private static final Duration LONGEST = Duration.ofDays(3650);

    /**
     * What is left of a campaign's e-mails.
     *
     * @param ready what can go now
     * @param waitingForDomains whose turn nobody knows
     * @param lastDue when the last one that was put off is due again; null if none was
     */
    record Left(
            long ready, long waitingForDomains, @Nullable Instant lastDue) {}

    static Forecast of(CampaignState state, LocalDate completeBy, Left left, double perSecond, Instant now) {
        Instant deadline = Jst.endOf(completeBy);
        if (state == CampaignState.COMPLETE || state == CampaignState.CANCELLED) {
            return new Forecast(completeBy, null, false);
        }
        @Nullable Instant expected = state == CampaignState.RUNNING ? expected(left, perSecond, now) : null;
        boolean late = now.isAfter(deadline) || (expected != null && expected.isAfter(deadline));
        return new Forecast(completeBy, expected, late);
    }

    private static @Nullable Instant expected(Left left, double perSecond, Instant now) {
        if (left.waitingForDomains() > 0) {
            return null;
        }
        if (left.ready() == 0) {
            return left.lastDue();
        }
        if (perSecond <= 0) {
            return null;
        }
        double seconds = Math.min((double) LONGEST.toSeconds(), Math.ceil((double) left.ready() / perSecond));
        Instant bySpeed = now.plusSeconds((long) seconds);
        return left.lastDue() != null && left.lastDue().isAfter(bySpeed) ? left.lastDue() : bySpeed;
    }
}

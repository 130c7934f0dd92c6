package org.teishutsu.notify.campaign;

import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.Channel;
import org.teishutsu.common.figures.DeliveryState;

/**
 * How far a campaign is. For people to watch; a filing takes its numbers from the facts.
 *
 * @param reason why it is paused
 * @param waitingFor why nothing is sent although it runs: what the mail server said; null if nothing is in the way
 * @param deliveries by channel and state; every state of an e-mail or letter is present
 * @param planned the sum of them
 * @param deferred of those QUEUED, the ones the mail server put off
 * @param waitingForDomains of those QUEUED, the ones whose recipients' domain rests or has a rate
 * @param domainsPaused how many domains refuse us by policy and rest, whichever campaign writes to them
 * @param ratePerSecond messages a second that all processes send at present
 * @param resent how many were sent again although they may have arrived: possible doubles
 */
record Progress(
        UUID id,
        CampaignState state,
        @Nullable String reason,
        @Nullable String waitingFor,
        Map<Channel, SortedMap<DeliveryState, Long>> deliveries,
        long planned,
        long deferred,
        long waitingForDomains,
        int domainsPaused,
        long uncertain,
        double ratePerSecond,
        long resent,
        Forecast forecast) {}

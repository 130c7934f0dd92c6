package org.teishutsu.notify.bounce;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Domains that refuse many of our messages by their policy: then it is not about addresses, and sending on there burns them.
 * Domains lie sealed, and are opened to be counted.
 */
@Singleton
class PolicyAlarms {

    /** The newest are enough to know it by, and no storm takes longer. */
    private static final int LOOKED_AT = 10_000;

    private final Bounces bounces;
    private final BounceConfig config;
    private final Clock clock;

    PolicyAlarms(Bounces bounces, BounceConfig config, Clock clock) {
        this.bounces = bounces;
        this.config = config;
        this.clock = clock;
    }

    /** A delivery that a domain refused. */
    record Refused(String domain, UUID delivery, Instant at) {}

    /** A domain and how many deliveries it refused of late. */
    record Alarm(String domain, int deliveries, Instant last) {}

    /** The worst first. Joins the caller's transaction. */
    List<Alarm> current() {
        Instant since = clock.instant().minus(config.policyAlarmWithin());
        return of(bounces.refusedByPolicySince(since, LOOKED_AT), config.policyAlarm());
    }

    static List<Alarm> of(List<Refused> refused, int threshold) {
        Map<String, List<Refused>> domains = new TreeMap<>();
        refused.forEach(one ->
                domains.computeIfAbsent(one.domain(), any -> new ArrayList<>()).add(one));
        List<Alarm> alarms = new ArrayList<>();
        domains.forEach((domain, all) -> {
            Set<UUID> deliveries = new HashSet<>();
            all.forEach(one -> deliveries.add(one.delivery()));
            if (deliveries.size() >= threshold) {
                Instant last = all.stream()
                        .map(Refused::at)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
                alarms.add(new Alarm(domain, deliveries.size(), last));
            }
        });
        alarms.sort(Comparator.comparingInt(Alarm::deliveries).reversed());
        return alarms;
    }
}

package org.teishutsu.notify.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How the outbox is emptied. */
@ConfigMapping(prefix = "delivery")
public interface DeliveryConfig {

    /** Deliveries in flight at once in a process: so many can become UNCERTAIN when it dies. */
    @WithDefault("100")
    @Min(1) @Max(10_000) int window();

    /** The pause after the first temporary refusal; it doubles with each, in domain time. */
    @WithDefault("5m")
    Duration retryFirst();

    @WithDefault("4h")
    Duration retryMax();

    /** Then it is given up and the next channel opens. RFC 5321, 4.5.4.1 asks for four to five days; a notice cannot wait. */
    @WithDefault("72h")
    Duration retryFor();

    @WithDefault("RESEND")
    UncertainPolicy uncertainPolicy();

    /** After so long without a sign of life a process is dead; signs come six times as often, whatever the mail server does. */
    @WithDefault("30s")
    Duration lease();

    /** How often an idle process looks for work. */
    @WithDefault("500ms")
    Duration round();

    /** The first pause before a mail server that refuses as a whole is asked again; it doubles. */
    @WithDefault("1s")
    Duration probeFirst();

    @WithDefault("1m")
    Duration probeMax();

    /** The first pause before a recipients' domain that refuses us by policy is tried again; it doubles, in machine time. */
    @WithDefault("1m")
    Duration domainProbeFirst();

    @WithDefault("30m")
    Duration domainProbeMax();

    /** So many others a domain must have taken one by one before a refusal by policy counts as one recipient's own. */
    @WithDefault("3")
    @Min(1) int domainWitnesses();
}

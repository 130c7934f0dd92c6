package org.teishutsu.platform;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What either service must be told about the suite it is part of. */
@ConfigMapping(prefix = "suite")
public interface SuiteConfig {

    /** Whether this is a drill (訓練): settable clock, marks on everything, mail to this machine only. */
    boolean drill();

    /** Where a drill's clock stands at its very first start; now, if absent. Ignored later and outside a drill. */
    Optional<Instant> drillClockStart();

    /** Whether this service's clock is the one that the other follows. */
    boolean clockAuthority();

    /** The other service. */
    OtherService otherService();

    /** How to reach the other service. */
    interface OtherService {

        /** Its address, without a path. */
        URI url();

        /** The password of the user {@code service} there. */
        Optional<String> password();

        Duration connectTimeout();

        Duration readTimeout();
    }
}

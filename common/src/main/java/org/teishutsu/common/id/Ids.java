package org.teishutsu.common.id;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/** Makes identifiers that sort by the time they were made (UUID version 7, RFC 9562 section 5.7). */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final InstantSource MACHINE = InstantSource.system();

    private Ids() {}

    /**
     * A new identifier. Its time is the machine's, in a drill too: it orders rows, it dates nothing.
     *
     * @return a version 7 UUID with 74 random bits
     */
    public static UUID next() {
        return of(MACHINE.millis(), RANDOM.nextLong(), RANDOM.nextLong());
    }

    static UUID of(long millis, long randomHigh, long randomLow) {
        long high = (millis << 16) | 0x7000L | (randomHigh & 0x0FFFL);
        long low = (randomLow & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}

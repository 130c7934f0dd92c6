package org.teishutsu.notify.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recipients' domain that is or was treated apart.
 *
 * @param pausedAt since when it rests; null if it does not
 * @param refusal the last words with which it refused us
 * @param nextProbe when one delivery tries again whether it takes mail
 * @param waiting deliveries that wait for it
 */
record MailDomainView(
        UUID id,
        String domain,
        @Nullable Instant pausedAt,
        @Nullable String refusal,
        @Nullable Instant nextProbe,
        long waiting,
        @Nullable Integer ratePerSecond) {

    static MailDomainView of(MailDomain domain, long waiting) {
        return new MailDomainView(
                domain.id(),
                domain.name(),
                domain.pausedAt(),
                domain.refusal(),
                domain.nextProbe(),
                waiting,
                domain.ratePerSecond());
    }

    /** Somebody's own domain is personal data. */
    @Override
    public String toString() {
        return "MailDomainView[" + id + "]";
    }
}

package org.teishutsu.notify.delivery;

import java.util.UUID;

/**
 * An event: a domain takes nothing from us, or not this, by its policy (5.7.x). One says little; many of one domain mean
 * our reputation there. Fired by whoever reads what comes back, inside the transaction that records it. The domain may be
 * a name: it belongs into no log.
 *
 * @param domain in lower case
 */
public record PolicyBounce(String domain, UUID delivery) {}

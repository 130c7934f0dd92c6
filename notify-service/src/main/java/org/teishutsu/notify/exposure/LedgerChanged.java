package org.teishutsu.notify.exposure;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list was carried into the ledger, or two recipients were merged. Observed in the transaction that does it: what an
 * observer does counts with the change or not at all. Once for each of them, however many incidents it touches.
 *
 * @param list the import, unless it was a merger
 */
public record LedgerChanged(@Nullable UUID list) {}

package org.teishutsu.notify.exposure;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list was carried into the ledger, two recipients were merged, or one has other contact data. Observed in the transaction that does it: what an
 * observer does counts with the change or not at all. Once for each of them, however many incidents it touches.
 *
 * @param list the import, if it was one
 */
public record LedgerChanged(@Nullable UUID list) {}

package org.teishutsu.notify.exposure;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list was carried into the ledger, or two recipients were merged. Observed in the transaction that does it: what an
 * observer does counts with the change or not at all.
 *
 * @param list the import, unless it was a merger
 */
public record LedgerChanged(String incident, @Nullable UUID list) {}

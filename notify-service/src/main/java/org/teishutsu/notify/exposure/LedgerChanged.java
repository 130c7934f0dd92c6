package org.teishutsu.notify.exposure;

/**
 * A list was carried into the ledger. Observed in the transaction that does it: what an observer does counts with the
 * list or not at all.
 */
public record LedgerChanged(String incident) {}

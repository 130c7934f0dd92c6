package org.teishutsu.report.evidence;

import java.time.Instant;

/**
 * Fired when a reading found files altered, missing or unreadable, in the transaction that records it: whoever tells people
 * writes that down in the same one, so that no crash comes between.
 *
 * @param findings how many files
 */
public record EvidenceAltered(int findings, Instant recordedAt) {}

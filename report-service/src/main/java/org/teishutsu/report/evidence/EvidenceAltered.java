package org.teishutsu.report.evidence;

import java.time.Instant;

/**
 * Fired after a reading that found files altered, missing or unreadable, once it is recorded; for whoever tells people.
 *
 * @param findings how many files
 */
public record EvidenceAltered(int findings, Instant recordedAt) {}

package org.teishutsu.report.evidence;

import java.time.Instant;
import java.util.List;

/**
 * One reading of everything.
 *
 * @param files how many were read
 * @param bytes how many they have
 * @param findings empty if every file is as it was
 */
record CheckView(long files, long bytes, List<Finding> findings, Instant recordedAt, String by) {}

/**
 * What proves that a thing was done (証跡): files that are never changed, each version with its SHA-256, read again every
 * night; and which clause of an order is covered by what. Other features enter at
 * {@link org.teishutsu.report.evidence.EvidenceService}.
 */
@NullMarked
package org.teishutsu.report.evidence;

import org.jspecify.annotations.NullMarked;

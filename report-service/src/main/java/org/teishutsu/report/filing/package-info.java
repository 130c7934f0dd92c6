/**
 * The firm's reports to the bureau (報告書), from the draft that the daily run makes to the bureau's receipt. {@link
 * org.teishutsu.report.filing.FilingRun} makes drafts, {@link org.teishutsu.report.filing.FilingDrafter} writes them,
 * {@link org.teishutsu.report.filing.FilingService} takes them through their states.
 */
@NullMarked
package org.teishutsu.report.filing;

import org.jspecify.annotations.NullMarked;

/**
 * The document model of a filing: what is printed, in order, as plain values. Nothing here is computed and nothing knows
 * how it will look. Enter at {@link org.teishutsu.report.filing.content.FilingContent}; its stored form is written and
 * read by {@link org.teishutsu.report.filing.content.FilingJson}.
 */
@NullMarked
package org.teishutsu.report.filing.content;

import org.jspecify.annotations.NullMarked;

/**
 * Counts as of an instant, straight from the facts (集計). Enter at {@link org.teishutsu.notify.figures.FigureService}.
 */
@NullMarked
package org.teishutsu.notify.figures;

import org.jspecify.annotations.NullMarked;

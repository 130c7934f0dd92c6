/**
 * The figures contract between the services: counts as of an instant, no personal data. Enter at {@link org.teishutsu.common.figures.Figures}.
 */
@NullMarked
package org.teishutsu.common.figures;

import org.jspecify.annotations.NullMarked;

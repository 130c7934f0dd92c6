/** Placeholder. */
@NullMarked
package org.teishutsu.report;

import org.jspecify.annotations.NullMarked;

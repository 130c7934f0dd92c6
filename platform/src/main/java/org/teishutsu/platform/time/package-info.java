/**
 * Domain time, the stamps of facts, and the daily tick. Enter at {@link org.teishutsu.platform.time.Facts}.
 */
@NullMarked
package org.teishutsu.platform.time;

import org.jspecify.annotations.NullMarked;

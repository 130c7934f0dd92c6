/** Placeholder. */
@NullMarked
package org.teishutsu.platform;

import org.jspecify.annotations.NullMarked;

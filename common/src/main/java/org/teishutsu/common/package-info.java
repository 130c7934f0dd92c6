/** Placeholder. */
@NullMarked
package org.teishutsu.common;

import org.jspecify.annotations.NullMarked;

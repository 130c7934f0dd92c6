/** Placeholder. */
@NullMarked
package org.teishutsu.testing;

import org.jspecify.annotations.NullMarked;

/** Placeholder. */
@NullMarked
package org.teishutsu.notify;

import org.jspecify.annotations.NullMarked;

/** Placeholder. */
@NullMarked
package org.teishutsu.demo;

import org.jspecify.annotations.NullMarked;

/**
 * What can leak: items and sets of them. Enter at {@link org.teishutsu.common.leak.ItemSet}.
 */
@NullMarked
package org.teishutsu.common.leak;

import org.jspecify.annotations.NullMarked;

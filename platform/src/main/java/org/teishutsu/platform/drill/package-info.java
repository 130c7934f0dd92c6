/**
 * Drill mode (訓練): its mark, its clock, and the guard that keeps drill and real databases apart. Enter at {@link org.teishutsu.platform.drill.Drill}.
 */
@NullMarked
package org.teishutsu.platform.drill;

import org.jspecify.annotations.NullMarked;

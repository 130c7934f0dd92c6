/**
 * Recipients who turn out to be one: proposed by what they have in common, merged by two people. Enter at
 * {@link org.teishutsu.notify.merge.MergeService}.
 */
@NullMarked
package org.teishutsu.notify.merge;

import org.jspecify.annotations.NullMarked;

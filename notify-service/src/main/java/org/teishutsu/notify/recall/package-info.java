/**
 * Callers who were told that they are not affected as far as the inquiry of that day shows, and are to be called back when
 * a later list adds them. Enter at {@link org.teishutsu.notify.recall.RecallService}.
 */
@NullMarked
package org.teishutsu.notify.recall;

import org.jspecify.annotations.NullMarked;

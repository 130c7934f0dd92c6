/**
 * Letters on paper: why somebody is written to by post, and the file that is printed. Enter at {@link
 * org.teishutsu.notify.letter.LetterFile}. Knows nothing of deliveries.
 */
@NullMarked
package org.teishutsu.notify.letter;

import org.jspecify.annotations.NullMarked;

/**
 * Letters: why somebody is written to on paper. They are listed as due; printing and posting them comes later. Enter at
 * {@link org.teishutsu.notify.letter.LetterReason}.
 */
@NullMarked
package org.teishutsu.notify.letter;

import org.jspecify.annotations.NullMarked;

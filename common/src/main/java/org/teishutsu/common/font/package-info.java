/**
 * The fonts of everything that is printed, and which characters they can print. Enter at {@link
 * org.teishutsu.common.font.PrintFonts} for the font files and at {@link org.teishutsu.common.font.Printable} before
 * handing text to a printer. No PDF library is needed here.
 */
@NullMarked
package org.teishutsu.common.font;

import org.jspecify.annotations.NullMarked;

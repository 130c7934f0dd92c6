/**
 * What every printed document needs beside its fonts: where a line may end, the colour profile, escapes. Enter at {@link
 * org.teishutsu.common.print.LineBreaks}. No PDF library is needed here.
 */
@NullMarked
package org.teishutsu.common.print;

import org.jspecify.annotations.NullMarked;

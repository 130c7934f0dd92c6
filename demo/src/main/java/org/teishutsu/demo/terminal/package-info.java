/**
 * What a person at the terminal sees of a run: lines, progress bars that move, tables. Enter through {@link
 * org.teishutsu.demo.terminal.Screen}.
 */
@NullMarked
package org.teishutsu.demo.terminal;

import org.jspecify.annotations.NullMarked;

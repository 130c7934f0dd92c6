/**
 * The two input lists of the 2017 case, made by a deterministic generator: enter through {@link
 * org.teishutsu.demo.input.InputLists}. All people, firms, addresses and the split of the published totals into
 * combinations are synthetic; only the totals and the 200-record combination are facts of the case.
 */
@NullMarked
package org.teishutsu.demo.input;

import org.jspecify.annotations.NullMarked;

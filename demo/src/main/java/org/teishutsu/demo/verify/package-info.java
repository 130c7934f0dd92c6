/**
 * Checks the played case from outside: against the input lists, the messages as the receiver got them, and what both
 * services answer. Enter through {@link org.teishutsu.demo.verify.Verification}.
 */
@NullMarked
package org.teishutsu.demo.verify;

import org.jspecify.annotations.NullMarked;

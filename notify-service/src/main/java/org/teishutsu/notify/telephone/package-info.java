/**
 * Calls of the desk (架電): who was reached by telephone, and what he was told. Enter at
 * {@link org.teishutsu.notify.telephone.CallService}.
 */
@NullMarked
package org.teishutsu.notify.telephone;

import org.jspecify.annotations.NullMarked;

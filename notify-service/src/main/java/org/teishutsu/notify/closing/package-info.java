/**
 * Recipients who are told no more, because two people say so: closed with a reason, or with something public in place of
 * a message. Enter at {@link org.teishutsu.notify.closing.ClosingService}.
 */
@NullMarked
package org.teishutsu.notify.closing;

import org.jspecify.annotations.NullMarked;

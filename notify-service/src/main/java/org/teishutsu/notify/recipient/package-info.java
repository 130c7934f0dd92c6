/**
 * Who must be told (漏えい対象者), and when two lists mean the same party. Enter at {@link org.teishutsu.notify.recipient.IdentityKeys}.
 */
@NullMarked
package org.teishutsu.notify.recipient;

import org.jspecify.annotations.NullMarked;

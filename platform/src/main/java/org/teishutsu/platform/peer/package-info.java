/**
 * Calling the other service. Enter at {@link org.teishutsu.platform.peer.Peer}.
 */
@NullMarked
package org.teishutsu.platform.peer;

import org.jspecify.annotations.NullMarked;

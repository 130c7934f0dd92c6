/**
 * Starts, watches and ends the processes of the suite on this machine, and knows what an earlier run left behind. Enter
 * through {@link org.teishutsu.demo.platform.Launcher}.
 */
@NullMarked
package org.teishutsu.demo.platform;

import org.jspecify.annotations.NullMarked;

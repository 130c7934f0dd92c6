/**
 * How whoever got a message finds out that it is genuine: the page behind the inquiry number, open to everybody. Enter
 * at {@link org.teishutsu.notify.genuine.GenuineResource}.
 */
@NullMarked
package org.teishutsu.notify.genuine;

import org.jspecify.annotations.NullMarked;

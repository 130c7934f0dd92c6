/**
 * What was told and is not so any more, for whoever writes, prints, says or looks up a correction (訂正). Enter at
 * {@link org.teishutsu.notify.correction.WrongMessages}; who is corrected by which channel is the campaign's plan.
 */
@NullMarked
package org.teishutsu.notify.correction;

import org.jspecify.annotations.NullMarked;

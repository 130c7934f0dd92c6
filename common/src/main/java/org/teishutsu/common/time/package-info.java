/**
 * Days, months and hours as a Japanese office counts them. Enter at {@link org.teishutsu.common.time.Jst} and {@link org.teishutsu.common.time.BusinessCalendar}.
 */
@NullMarked
package org.teishutsu.common.time;

import org.jspecify.annotations.NullMarked;

/**
 * The deadlines in people's own calendars (iCalendar, RFC 5545), fetched by programs that cannot sign in. Enter at
 * {@link org.teishutsu.report.calendar.CalendarResource}.
 */
@NullMarked
package org.teishutsu.report.calendar;

import org.jspecify.annotations.NullMarked;

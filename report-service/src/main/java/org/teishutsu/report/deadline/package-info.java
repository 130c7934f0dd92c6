/**
 * When the reports of an order are due (提出期限), whether they came in time, and that the next ones always exist. The rule
 * itself is {@link org.teishutsu.report.deadline.MonthlyRule}; other features enter at {@link
 * org.teishutsu.report.deadline.DeadlineService}.
 */
@NullMarked
package org.teishutsu.report.deadline;

import org.jspecify.annotations.NullMarked;

/**
 * The client of report-service: leak items and facts of incidents. Enter at {@link org.teishutsu.notify.report.ReportService}.
 */
@NullMarked
package org.teishutsu.notify.report;

import org.jspecify.annotations.NullMarked;

/**
 * What happened (事案): incidents, their time line, and the catalogue of items that can leak. Other features enter at
 * {@link org.teishutsu.report.incident.IncidentService} and {@link org.teishutsu.report.incident.LeakCatalogue}.
 */
@NullMarked
package org.teishutsu.report.incident;

import org.jspecify.annotations.NullMarked;

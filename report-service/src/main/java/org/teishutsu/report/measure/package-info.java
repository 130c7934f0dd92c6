/**
 * What is done about an order (改善策): measures, the stages they go through, their progress and delays. Other features enter
 * at {@link org.teishutsu.report.measure.MeasureService}.
 */
@NullMarked
package org.teishutsu.report.measure;

import org.jspecify.annotations.NullMarked;

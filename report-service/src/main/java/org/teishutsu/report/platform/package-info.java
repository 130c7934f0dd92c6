/** What the features of this service share and no other service needs. Enter at {@link org.teishutsu.report.platform.RecordedFact}. */
@NullMarked
package org.teishutsu.report.platform;

import org.jspecify.annotations.NullMarked;

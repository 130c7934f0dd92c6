/** The firm that files, as its letters name it. Other features enter at {@link org.teishutsu.report.firm.FirmService}. */
@NullMarked
package org.teishutsu.report.firm;

import org.jspecify.annotations.NullMarked;

/**
 * Lists of exposures from file to ledger (取込). Enter at {@link org.teishutsu.notify.intake.ImportService}.
 */
@NullMarked
package org.teishutsu.notify.intake;

import org.jspecify.annotations.NullMarked;

/**
 * Restrictions of the business (業務の制限) and their lifting. Other features enter at {@link
 * org.teishutsu.report.restriction.RestrictionService}.
 */
@NullMarked
package org.teishutsu.report.restriction;

import org.jspecify.annotations.NullMarked;

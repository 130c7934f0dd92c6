/**
 * What leaked of whom in which incident (漏えい明細). Enter at {@link org.teishutsu.notify.exposure.ItemCatalogue}.
 */
@NullMarked
package org.teishutsu.notify.exposure;

import org.jspecify.annotations.NullMarked;

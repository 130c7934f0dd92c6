/**
 * Identifiers. Enter at {@link org.teishutsu.common.id.Ids}.
 */
@NullMarked
package org.teishutsu.common.id;

import org.jspecify.annotations.NullMarked;

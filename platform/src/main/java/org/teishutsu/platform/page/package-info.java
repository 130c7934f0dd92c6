/**
 * Lists paged by key. Enter at {@link org.teishutsu.platform.page.Page}.
 */
@NullMarked
package org.teishutsu.platform.page;

import org.jspecify.annotations.NullMarked;

/**
 * Roles, who is calling, four eyes. Enter at {@link org.teishutsu.platform.security.Who}.
 */
@NullMarked
package org.teishutsu.platform.security;

import org.jspecify.annotations.NullMarked;

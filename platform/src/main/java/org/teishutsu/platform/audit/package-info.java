/**
 * Who did what and when, for the auditor. Enter at {@link org.teishutsu.platform.audit.AuditResource}.
 */
@NullMarked
package org.teishutsu.platform.audit;

import org.jspecify.annotations.NullMarked;

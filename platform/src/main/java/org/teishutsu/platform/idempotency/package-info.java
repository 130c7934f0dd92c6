/**
 * A creating call made twice under one key has one effect. Enter at {@link org.teishutsu.platform.idempotency.Idempotent}.
 */
@NullMarked
package org.teishutsu.platform.idempotency;

import org.jspecify.annotations.NullMarked;

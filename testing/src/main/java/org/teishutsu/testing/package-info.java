/** Fixtures of the suite's tests: a real PostgreSQL, a clock that can be moved. */
@NullMarked
package org.teishutsu.testing;

import org.jspecify.annotations.NullMarked;

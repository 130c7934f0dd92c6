/**
 * Measurements of {@code bench/*.sh}, each side by side with what somebody would do without this suite. They write their
 * results, with the machine they were made on, into {@code bench/RESULTS.md}. Enter through {@link
 * org.teishutsu.demo.bench.ImportBench}.
 */
@NullMarked
package org.teishutsu.demo.bench;

import org.jspecify.annotations.NullMarked;

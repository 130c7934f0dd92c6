/**
 * The bureau's order (命令): its clauses, the incidents it covers, when reports on it are due, and its release. Other
 * features enter at {@link org.teishutsu.report.order.OrderService}.
 */
@NullMarked
package org.teishutsu.report.order;

import org.jspecify.annotations.NullMarked;

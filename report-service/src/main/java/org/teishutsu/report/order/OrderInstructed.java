package org.teishutsu.report.order;

import java.time.Instant;

/**
 * Told inside the transaction that records an instruction, so that the dates move with it; whoever finds that it cannot
 * stand throws, and it is not recorded.
 */
public record OrderInstructed(OrderView order, InstructionView instruction, Instant at, String by) {}

package org.teishutsu.report.order;

import java.time.Instant;

/** Told inside the transaction that records an order, so that what follows from it is recorded with it. */
public record OrderReceived(OrderView order, Instant at, String by) {}

package org.teishutsu.report.order;

/** Which open day counts for a date on a closed day, once the bureau has said so. */
public enum Roll {
    /** The nearest open day before it. */
    PREVIOUS,
    /** The next open day after it. */
    NEXT
}

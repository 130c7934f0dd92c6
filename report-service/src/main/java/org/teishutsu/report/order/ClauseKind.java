package org.teishutsu.report.order;

/** What a clause of an order demands. */
public enum ClauseKind {
    CONTAIN,
    LIMIT_HARM,
    INFORM_CUSTOMERS,
    /** The duty to report; the filings themselves answer it. */
    REPORT
}

package org.teishutsu.report.filing;

/** For whom a filing is printed. */
enum RenderingName {
    /** 提出用: what the bureau gets. */
    SUBMISSION,
    /** 控: what the firm keeps. */
    FIRM_COPY
}

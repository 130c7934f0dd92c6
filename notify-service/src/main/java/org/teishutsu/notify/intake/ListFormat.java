package org.teishutsu.notify.intake;

/** What a list can come as; told by its content, never by its name or content type. */
enum ListFormat {
    /** RFC 4180. */
    CSV,
    /** The same with tabs between the cells. */
    TSV,
    /** ISO/IEC 29500, a workbook with one list in it. */
    XLSX
}

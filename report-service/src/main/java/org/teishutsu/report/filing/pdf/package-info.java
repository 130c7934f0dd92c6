/**
 * Turns the content of a filing into the bytes of a PDF/A-3a and PDF/UA-1 document, and nothing else. Enter at {@link
 * org.teishutsu.report.filing.pdf.FilingPdf}.
 *
 * <p>On the way: {@code PageComposer} makes every string printable and lays out what the template prints; the template
 * gives XHTML; the renderer sets it; {@code Finish} fixes what would differ from one rendering to the next.
 */
@NullMarked
package org.teishutsu.report.filing.pdf;

import org.jspecify.annotations.NullMarked;

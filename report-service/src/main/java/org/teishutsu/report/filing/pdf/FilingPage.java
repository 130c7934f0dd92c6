package org.teishutsu.report.filing.pdf;

import io.quarkus.qute.RawString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the template prints. Every string has been through {@link Printed}; nothing is left to decide.
 *
 * @param marks 控, 訓練, 案: on every page
 * @param copySheet null in 提出用
 */
record FilingPage(
        String title,
        String author,
        String description,
        List<Mark> marks,
        Cover cover,
        List<Part> sections,
        List<Part> annexes,
        @Nullable CopySheet copySheet) {

    /** A word in the head of every page, and the style it is set in. */
    record Mark(String word, String style) {}

    /** The letter on the first page. */
    record Cover(
            String documentNumber,
            String date,
            String addressee,
            From from,
            String subject,
            List<String> preamble,
            List<String> parts,
            String asOf,
            ContactLines contact) {}

    /** The submitter. */
    record From(
            String seat,
            String firmName,
            String registration,
            @Nullable String corporateNumber,
            String representative,
            boolean sealPlace) {}

    /** 連絡先. */
    record ContactLines(
            String department,
            String person,
            String telephone,
            @Nullable String email) {}

    /** A section or an annex. */
    record Part(String id, String label, List<Piece> pieces) {}

    /**
     * A block of a section; which of the members is filled follows from {@code kind}.
     *
     * @param kind {@code heading}, {@code paragraphs}, {@code items}, {@code table} or {@code chart}
     * @param keptTogether whether a page does not end inside this piece
     * @param svg markup of ours, not escaped again
     */
    record Piece(
            String kind,
            String text,
            List<String> lines,
            List<Column> columns,
            List<Row> rows,
            boolean keptTogether,
            @Nullable RawString svg) {}

    /** A column of a table. */
    record Column(String label, String style, String width) {}

    /** A row of a table. */
    record Row(String style, List<Cell> cells) {}

    /** A cell of a table. */
    record Cell(String style, List<String> lines) {}

    /** The last part of the firm's copy. */
    record CopySheet(List<String> sha256, List<CheckLine> checks) {}

    /** One check of the firm's copy. */
    record CheckLine(
            String label,
            String name,
            String severity,
            String outcome,
            List<String> compared,
            List<String> override,
            @Nullable String overriddenBy) {}
}

package org.teishutsu.report.filing.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything one filing says, in the order in which it says it.
 *
 * <p>Strings are stored as they were written; the printer normalises what it prints. Figures are strings here, because
 * whoever builds the content decides how a number, an estimate or "not available" is said.
 *
 * @param schemaVersion of this model; {@link #SCHEMA_VERSION} for everything written today
 * @param title the full title; becomes the document's metadata and the running header
 * @param kind {@code INITIAL} or {@code PROGRESS}
 * @param number 0 for the initial filing, n for the n-th progress report
 * @param documentNumber the firm's own number of the letter
 * @param documentDate the date printed on the letter
 * @param asOf 基準日: the instant up to which facts count; 24:00 of a day is the next day's 00:00
 * @param addressee with its honorific, such as 関東財務局長　殿
 * @param subject centred on the letter
 * @param preamble です・ます; a line feed begins a new paragraph
 * @param parts the list of parts under 記, one line each
 * @param sections the report itself, in である
 * @param annexes 別紙, may be empty
 * @param sources what was asked for the figures
 * @param printedFigures every figure that is printed, with its source
 */
public record FilingContent(
        int schemaVersion,
        String title,
        String kind,
        int number,
        String documentNumber,
        LocalDate documentDate,
        Instant asOf,
        String addressee,
        Submitter submitter,
        String subject,
        String preamble,
        List<String> parts,
        Contact contact,
        List<Section> sections,
        List<Section> annexes,
        List<Figure.Source> sources,
        List<Figure> printedFigures) {
    public static final int SCHEMA_VERSION = 1;
    private static final Set<String> KINDS = Set.of("INITIAL", "PROGRESS");

    public FilingContent {
        if (schemaVersion != SCHEMA_VERSION) {
            throw new IllegalArgumentException(
                    "schemaVersion must be %d, was %d".formatted(SCHEMA_VERSION, schemaVersion));
        }
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("kind must be INITIAL or PROGRESS, was " + kind);
        }
        if (number < 0) {
            throw new IllegalArgumentException("number must not be negative, was " + number);
        }
        Text.line("title", title);
        Text.line("documentNumber", documentNumber);
        Text.line("addressee", addressee);
        Text.line("subject", subject);
        preamble = Text.paragraphs("preamble", preamble);
        parts = Text.filled("parts", parts);
        parts.forEach(part -> Text.line("part", part));
        sections = Text.filled("sections", sections);
        annexes = List.copyOf(annexes);
        sources = Text.known(sources);
        printedFigures = Text.known(printedFigures);
    }

    /** The same letter with other parts and figures. */
    public FilingContent with(List<Section> newSections, List<Section> newAnnexes, List<Figure> figures) {
        return new FilingContent(
                schemaVersion,
                title,
                kind,
                number,
                documentNumber,
                documentDate,
                asOf,
                addressee,
                submitter,
                subject,
                preamble,
                parts,
                contact,
                newSections,
                newAnnexes,
                sources,
                figures);
    }

    /** Sections and annexes in their order. */
    public Stream<Section> all() {
        return Stream.concat(sections.stream(), annexes.stream());
    }
}

package org.teishutsu.notify.posting;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.notify.csv.CsvCell;

/** Reads a file of words on letters: a column of inquiry numbers, of returned ones their reasons, perhaps days. */
final class LetterWords {
    private static final int MOST = 100_000;
    private static final List<String> NUMBER = List.of("お問い合わせ番号", "inquiry_number");
    private static final List<String> REASON = List.of("理由", "返戻理由", "reason");
    private static final List<String> DAY = List.of("日付", "返戻日", "発送日", "on");
    private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("uuuu/M/d");

    private LetterWords() {}

    /**
     * The words of a file, UTF-8 or what Japanese spreadsheets call Shift_JIS.
     *
     * @param day for rows that name none
     * @throws ProblemException INVALID_REQUEST if it is not such a file
     */
    static List<LetterWord> read(byte[] file, LocalDate day) {
        List<LetterWord> words = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text(file))) {
            for (NamedCsvRecord row : rows) {
                String number = cell(row, NUMBER)
                        .orElseThrow(() -> ProblemException.invalid("file", "has no column " + NUMBER.get(0)));
                String on = cell(row, DAY).orElse("");
                words.add(new LetterWord(
                        row.getStartingLineNumber(),
                        number,
                        cell(row, REASON).orElse(null),
                        on.isBlank() ? day : day(on, row.getStartingLineNumber())));
                if (words.size() > MOST) {
                    throw ProblemException.invalid("file", "has more than " + MOST + " rows");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static Optional<String> cell(NamedCsvRecord row, List<String> names) {
        return names.stream()
                .flatMap(name -> row.findField(name).stream())
                .map(cell -> CsvCell.restored(cell).strip())
                .findFirst();
    }

    private static LocalDate day(String written, long line) {
        return Stream.of(DateTimeFormatter.ISO_LOCAL_DATE, SLASHES)
                .flatMap(form -> parsed(written, form).stream())
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.invalid("file", "line " + line + ": not a day, such as 2017-08-31"));
    }

    private static Optional<LocalDate> parsed(String written, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(written, form));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String text(byte[] file) {
        return Stream.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"))
                .flatMap(charset -> decoded(file, charset).stream())
                .findFirst()
                .map(text -> text.startsWith("\uFEFF") ? text.substring(1) : text)
                .orElseThrow(() -> ProblemException.invalid("file", "is neither UTF-8 nor Shift_JIS (CP932)"));
    }

    private static Optional<String> decoded(byte[] file, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }
}

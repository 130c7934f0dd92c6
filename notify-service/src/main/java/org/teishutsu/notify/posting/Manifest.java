package org.teishutsu.notify.posting;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.teishutsu.notify.csv.CsvCell;

/**
 * The list that goes with a file of letters: which letter is on which pages. It names nobody and holds no address: the
 * printer counts and sorts by it, and the inquiry number is what a letter is known by when it comes back.
 */
final class Manifest {
    private static final List<String> HEADER = List.of("連番", "先頭ページ", "ページ数", "郵便番号", "お問い合わせ番号");

    private Manifest() {}

    /** UTF-8 with a byte order mark, by which spreadsheets know it. */
    static void write(List<PrintedLetter> letters, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
        csv.writeRecord(HEADER);
        for (PrintedLetter letter : letters) {
            csv.writeRecord(
                    String.valueOf(letter.sequence()),
                    String.valueOf(letter.firstPage()),
                    String.valueOf(letter.pages()),
                    CsvCell.neutralised(letter.postalCode()),
                    letter.inquiryNumber());
        }
        csv.flush();
        writer.flush();
    }
}

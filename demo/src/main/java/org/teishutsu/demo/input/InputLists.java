package org.teishutsu.demo.input;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes the two lists of those affected, the same bytes for the same size and seed, one row at a time. On top of the
 * valid rows the list of 2016 carries the broken ones of {@link BrokenRows}.
 */
public final class InputLists {

    /** The header of both lists. */
    public static final List<String> COLUMNS = List.of(
            "customer_number",
            "party",
            "name",
            "name_kana",
            "email",
            "email_since",
            "postal_code",
            "address",
            "mobile",
            "status",
            "items");

    /** What Japanese spreadsheets write as "Shift_JIS". */
    public static final Charset CP932 = Charset.forName("windows-31j");

    private static final long SEED = 2_017_0731L;

    private final Customers2016 customers;
    private final Affected2017 affected;

    public InputLists(CaseSize size) {
        this.customers = new Customers2016(size, SEED);
        this.affected = new Affected2017(size, SEED, customers);
    }

    /** Writes both lists and tells what was put into them. */
    public Expected writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Tally tally = new Tally();
        try (BufferedWriter out = writer(list2017(folder), StandardCharsets.UTF_8)) {
            write2017(out, tally);
        }
        try (BufferedWriter out = writer(list2016(folder), CP932)) {
            write2016(out, tally);
        }
        return tally.expected(affected.inBoth());
    }

    /** The UTF-8 list. */
    public static Path list2017(Path folder) {
        return folder.resolve("2017-attack.csv");
    }

    /** The CP932 list. */
    public static Path list2016(Path folder) {
        return folder.resolve("2016-attack.csv");
    }

    private void write2017(BufferedWriter out, Tally tally) throws IOException {
        out.write(Csv.line(COLUMNS) + "\n");
        for (int i = 0; i < affected.count(); i++) {
            Contact contact = affected.contact(i);
            out.write(row(contact, affected.combination(i)) + "\n");
            tally.add2017(contact, affected.combination(i));
        }
    }

    private void write2016(BufferedWriter out, Tally tally) throws IOException {
        List<String> broken = BrokenRows.ROWS;
        out.write(Csv.line(COLUMNS) + "\r\n");
        int line = 1;
        int between = customers.count() / (broken.size() + 1);
        int next = 0;
        for (int i = 0; i < customers.count(); i++) {
            Contact contact = customers.contact(i);
            out.write(row(contact, customers.combination(i)) + "\r\n");
            line++;
            tally.add2016(contact, customers.combination(i));
            if (next < broken.size() && i + 1 == between * (next + 1)) {
                out.write(broken.get(next++) + "\r\n");
                tally.addBroken(++line);
            }
        }
    }

    private static String row(Contact contact, Combination combination) {
        List<@Nullable String> cells = Arrays.asList(
                contact.customerNumber(),
                contact.party().name(),
                contact.name(),
                contact.nameKana(),
                contact.email(),
                Objects.toString(contact.emailSince(), null),
                contact.postalCode(),
                contact.address(),
                contact.mobile(),
                contact.status(),
                String.join("|", combination.items()));
        return Csv.line(cells);
    }

    /** A character the encoding has not is an error here, never a question mark. */
    private static BufferedWriter writer(Path file, Charset charset) throws IOException {
        return new BufferedWriter(
                new OutputStreamWriter(
                        Files.newOutputStream(file),
                        charset.newEncoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 16);
    }
}

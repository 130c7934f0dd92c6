package org.teishutsu.demo.input;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A list of any length with the proportions of 2016 and no broken row, for measurements: 112,364 customers at a time,
 * of a seed, customer numbers and mailboxes of their own.
 */
public final class LongList {

    /** So many customers share a seed. */
    public static final int BLOCK = 112_364;

    private static final long SEED = 2_016_0701L;

    private final int rows;
    private final int firstBlock;

    public LongList(int rows) {
        this(rows, 0);
    }

    /** A list that goes on where another has ended after so many whole blocks: nobody is in both. */
    public LongList(int rows, int firstBlock) {
        this.rows = rows;
        this.firstBlock = firstBlock;
    }

    /** Takes one row; the header comes first. */
    @FunctionalInterface
    public interface Sink {

        void row(List<String> cells) throws IOException;
    }

    /** As UTF-8 CSV. */
    public void writeCsv(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writeTo(cells -> out.write(Csv.line(cells) + "\n"));
        }
    }

    /** Row by row; an empty cell is an empty text. */
    public void writeTo(Sink sink) throws IOException {
        sink.row(InputLists.COLUMNS);
        int left = rows;
        for (int block = firstBlock; left > 0; block++) {
            Customers2016 customers = new Customers2016(CaseSize.FULL, SEED + block);
            int here = Math.min(left, BLOCK);
            for (int i = 0; i < here; i++) {
                sink.row(cells(customers.contact(i), customers.combination(i), block));
            }
            left -= here;
        }
    }

    private static List<String> cells(Contact contact, Combination combination, int block) {
        List<String> cells = new ArrayList<>(InputLists.COLUMNS.size());
        cells.add(block + "-" + contact.customerNumber());
        cells.add(contact.party().name());
        cells.add(contact.name());
        cells.add(contact.nameKana());
        cells.add(contact.email() == null ? "" : "b" + block + "." + contact.email());
        cells.add(text(contact.emailSince()));
        cells.add(text(contact.postalCode()));
        cells.add(text(contact.address()));
        cells.add(text(contact.mobile()));
        cells.add(contact.status());
        cells.add(String.join("|", combination.items()));
        return cells;
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}

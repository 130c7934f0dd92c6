package org.teishutsu.notify.intake;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What parsing and checking cost a row: {@code java -Xmx512m -cp … ReadingBenchmark 1000000 windows-31j} or {@code … 112364
 * xlsx}. Not a test: it measures.
 */
final class ReadingBenchmark {

    private ReadingBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int rows = Integer.parseInt(arguments[0]);
        Path file = Files.createTempFile("reading", null);
        try {
            if (arguments[1].equals("xlsx")) {
                book(file, rows);
            } else {
                text(file, rows, Charset.forName(arguments[1]));
            }
            for (int round = 0; round < 5; round++) {
                measure(file, rows, System.out);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void measure(Path path, int rows, PrintStream out) throws IOException {
        long start = System.nanoTime();
        long taken = 0;
        try (InputStream in = Files.newInputStream(path);
                ListFile file = ListFile.receive(in)) {
            long received = System.nanoTime();
            try (ListReader reader = ListReader.open(file, ColumnMapping.NONE, Lists.FULL_CATALOGUE)) {
                RowCheck check = new RowCheck(reader.header(), Lists.FULL_CATALOGUE);
                long opened = System.nanoTime();
                for (CsvRow row = reader.next(); row != null; row = reader.next()) {
                    taken += check.check(row) instanceof RowCheck.Taken ? 1 : 0;
                }
                long end = System.nanoTime();
                Runtime memory = Runtime.getRuntime();
                out.printf(
                        "%,d taken of %,d; µs a row: receive %.2f, open %.2f, parse and check %.2f; %d MiB in use of %d%n",
                        taken,
                        rows,
                        (received - start) / 1e3 / rows,
                        (opened - received) / 1e3 / rows,
                        (end - opened) / 1e3 / rows,
                        (memory.totalMemory() - memory.freeMemory()) >> 20,
                        memory.maxMemory() >> 20);
            }
        }
    }

    private static void text(Path file, int rows, Charset charset) throws IOException {
        try (BufferedWriter csv = Files.newBufferedWriter(file, charset)) {
            csv.write(Lists.HEADER);
            for (int i = 0; i < rows; i++) {
                csv.write("C%06d,INDIVIDUAL,髙﨑 見本%d,タカサキ ミホン,c%d@mail.example,2014-04-01,100-0001,".formatted(i, i, i));
                csv.write("東京都架空区見本町%d-%d,090-0000-%04d,CURRENT,NAME|EMAIL%n".formatted(i % 9, i % 97, i % 10_000));
            }
        }
    }

    private static void book(Path file, int rows) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            Workbooks.write(out, book -> {
                var sheet = book.newWorksheet("Sheet1");
                Workbooks.row(sheet, 0, (Object[]) Lists.HEADER.strip().split(","));
                for (int i = 0; i < rows; i++) {
                    Workbooks.row(
                            sheet,
                            i + 1,
                            "C" + i,
                            "INDIVIDUAL",
                            "髙﨑 見本" + i,
                            "タカサキ ミホン",
                            "c" + i + "@mail.example",
                            "2014-04-01",
                            "100-0001",
                            "東京都架空区見本町" + i,
                            "09000000000",
                            "CURRENT",
                            "NAME|EMAIL");
                }
            });
        }
    }
}

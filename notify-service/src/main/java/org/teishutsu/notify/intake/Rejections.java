package org.teishutsu.notify.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.teishutsu.notify.csv.CsvCell;
import org.teishutsu.notify.intake.RejectedRow.Fault;
import org.teishutsu.notify.vault.Vault;

/**
 * Rejected rows as a file for people, in the format they came in and with what is wrong with them in front: mended, it
 * can be sent as a list again as it is.
 */
@Singleton
class Rejections {

    private static final int ROWS_AT_ONCE = 1000;

    private static final String SELECT = """
            select row_no, line, cells, columns, reasons from import_rejection where import_id = ? order by row_no
            """;

    private final DataSource dataSource;
    private final Readings readings;
    private final Vault vault;

    Rejections(DataSource dataSource, Readings readings, Vault vault) {
        this.dataSource = dataSource;
        this.readings = readings;
        this.vault = vault;
    }

    /** How the file is written that goes back; a workbook goes back as CSV. */
    record Format(Readings.Returnable came) {

        private boolean tabs() {
            return came.reading().format() == ListFormat.TSV;
        }

        Charset charset() {
            String encoding = came.reading().encoding();
            return encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        }

        String mediaType() {
            String type = tabs() ? "text/tab-separated-values" : "text/csv";
            return type + ";charset=" + (charset().equals(StandardCharsets.UTF_8) ? "UTF-8" : "Windows-31J");
        }

        String extension() {
            return tabs() ? ".tsv" : ".csv";
        }

        private LineDelimiter lineEnd() {
            List<LineEnds.Kind> kinds = came.reading().lineEnds();
            return kinds == null || kinds.isEmpty()
                    ? LineDelimiter.CRLF
                    : switch (kinds.get(0)) {
                        case CRLF -> LineDelimiter.CRLF;
                        case LF -> LineDelimiter.LF;
                        case CR -> LineDelimiter.CR;
                    };
        }

        /** UTF-8 with a byte order mark, by which spreadsheets know it. */
        CsvWriter open(OutputStream out) throws IOException {
            Writer writer = new OutputStreamWriter(out, charset());
            if (charset().equals(StandardCharsets.UTF_8)) {
                writer.write('\uFEFF');
            }
            return CsvWriter.builder()
                    .fieldSeparator(tabs() ? '\t' : ',')
                    .lineDelimiter(lineEnd())
                    .build(writer);
        }
    }

    /** How the rejected rows of a list go back. */
    Format format(UUID list) {
        return QuarkusTransaction.requiringNew()
                .call(() -> new Format(readings.returnable(list).orElseGet(Readings::ofNothing)));
    }

    void write(UUID list, Format format, OutputStream out) {
        try (CsvWriter csv = format.open(out)) {
            List<String> header = new ArrayList<>(ReturnedColumns.NAMES);
            format.came().header().forEach(name -> header.add(CsvCell.neutralised(name)));
            csv.writeRecord(header);
            Reading reading = format.came().reading();
            read(list, row -> csv.writeRecord(returned(row, reading)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands over every rejected row in the order of the file. */
    void read(UUID list, Consumer<RejectedRow> taker) {
        read(list, Integer.MAX_VALUE, taker);
    }

    void read(UUID list, int most, Consumer<RejectedRow> taker) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement select = connection.prepareStatement(SELECT)) {
                select.setObject(1, list);
                select.setFetchSize(ROWS_AT_ONCE);
                select.setMaxRows(most == Integer.MAX_VALUE ? 0 : most);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        taker.accept(rejected(list, row));
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private RejectedRow rejected(UUID list, ResultSet row) throws SQLException {
        String[] columns = (String[]) row.getArray("columns").getArray();
        String[] reasons = (String[]) row.getArray("reasons").getArray();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            faults.add(new Fault(columns[i], RowReason.valueOf(reasons[i])));
        }
        int rowNo = row.getInt("row_no");
        List<String> cells = RejectedCells.open(vault, list, rowNo, row.getBytes("cells"));
        return new RejectedRow(rowNo, row.getLong("line"), cells, faults);
    }

    private static List<String> returned(RejectedRow row, Reading reading) {
        List<String> cells = new ArrayList<>();
        cells.add(Long.toString(row.line()));
        StringBuilder reasons = new StringBuilder();
        for (Fault fault : row.faults()) {
            reasons.append(reasons.isEmpty() ? "" : " | ")
                    .append(columnOf(fault, reading))
                    .append(fault.reason().japanese())
                    .append(" / ")
                    .append(fault.reason().english());
        }
        cells.add(CsvCell.neutralised(reasons.toString()));
        // As understood and neutralised once: a file that goes to and fro several times does not gather prefixes.
        row.cells().forEach(cell -> cells.add(CsvCell.neutralised(CsvCell.restored(cell))));
        return cells;
    }

    /** By the name it has in the file. */
    private static String columnOf(Fault fault, Reading reading) {
        if (fault.column().isEmpty()) {
            return "";
        }
        Reading.Column column = reading.columnOf(fault.column());
        return "[" + (column == null ? fault.column() : column.header()) + "] ";
    }
}

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
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The rejected rows of a list as a file for people: mended, it can be sent as a list again. */
@Singleton
class RejectionList {

    private static final int ROWS_AT_ONCE = 1000;

    private final DataSource dataSource;

    RejectionList(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Writes UTF-8 with a byte order mark, by which spreadsheets know it. */
    void write(UUID list, OutputStream out) {
        QuarkusTransaction.requiringNew().run(() -> {
            try {
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                writer.write('\uFEFF');
                CsvWriter csv =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
                csv.writeRecord(header());
                copy(list, csv);
                csv.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static List<String> header() {
        return Stream.concat(
                        Arrays.stream(ListColumn.values()).map(ListColumn::header), ListHeader.OF_REJECTIONS.stream())
                .toList();
    }

    private void copy(UUID list, CsvWriter csv) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select line, cells, columns, reasons from import_rejection
                        where import_id = ? order by row_no
                        """)) {
            select.setObject(1, list);
            select.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    csv.writeRecord(record(row));
                }
            }
        }
    }

    private static List<String> record(ResultSet row) throws SQLException {
        List<String> record = new ArrayList<>();
        for (String cell : strings(row.getArray("cells"))) {
            record.add(CsvCell.neutralised(cell));
        }
        List<RowReason> reasons = strings(row.getArray("reasons")).stream()
                .map(RowReason::valueOf)
                .toList();
        record.add(Long.toString(row.getLong("line")));
        record.add(String.join("|", strings(row.getArray("columns"))));
        record.add(joined(reasons, RowReason::japanese));
        record.add(joined(reasons, RowReason::english));
        return record;
    }

    private static String joined(List<RowReason> reasons, Function<RowReason, String> words) {
        return reasons.stream().map(words).collect(Collectors.joining(" "));
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}

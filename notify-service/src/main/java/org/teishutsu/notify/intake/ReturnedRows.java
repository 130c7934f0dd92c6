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
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.teishutsu.notify.csv.CsvCell;
import org.teishutsu.notify.exposure.ItemCatalogue;
import org.teishutsu.notify.exposure.ItemCatalogues;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.vault.Vault;

/** Rows that did not go into the ledger, as files for people: mended, they can be sent as a list again. */
@Singleton
class ReturnedRows {

    private static final int ROWS_AT_ONCE = 1000;

    private static final String WAITING = """
            select line, fresh_id, contact, party, cast(email_since as text) as email_since, status, mask, conflict
            from import_row r join import_verdict v using (import_id, row_no)
            where import_id = ? and outcome = 'WAITING' and not exists (
                select from import_decision d
                where d.import_id = r.import_id and d.row_no = r.row_no and d.taken_back_at is null)
            order by row_no
            """;

    private final DataSource dataSource;
    private final ItemCatalogues catalogues;
    private final Vault vault;

    ReturnedRows(DataSource dataSource, ItemCatalogues catalogues, Vault vault) {
        this.dataSource = dataSource;
        this.catalogues = catalogues;
        this.vault = vault;
    }

    @FunctionalInterface
    private interface RowRecord {

        List<String> of(ResultSet row) throws SQLException;
    }

    void writeWaiting(UUID list, OutputStream out) {
        ItemCatalogue catalogue = catalogues.current();
        write(WAITING, list, row -> waiting(row, catalogue), out);
    }

    /** In UTF-8 with a byte order mark, by which spreadsheets know it. */
    private void write(String sql, UUID list, RowRecord record, OutputStream out) {
        QuarkusTransaction.requiringNew().run(() -> {
            try {
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                writer.write('\uFEFF');
                CsvWriter csv =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
                csv.writeRecord(header());
                copy(sql, list, record, csv);
                csv.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void copy(String sql, UUID list, RowRecord record, CsvWriter csv) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, list);
            select.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    csv.writeRecord(record.of(row));
                }
            }
        }
    }

    private static List<String> header() {
        return Stream.concat(
                        ReturnedColumns.OF_WAITING.stream(),
                        Arrays.stream(ListColumn.values()).map(ListColumn::header))
                .toList();
    }

    private List<String> waiting(ResultSet row, ItemCatalogue catalogue) throws SQLException {
        Conflict conflict = Conflict.valueOf(row.getString("conflict"));
        List<String> record = new ArrayList<>();
        record.add(Long.toString(row.getLong("line")));
        record.add("");
        record.add(conflict.japanese());
        record.add(conflict.english());
        record.addAll(neutralised(cells(row)));
        record.add(String.join("|", catalogue.itemsOf(row.getLong("mask"))));
        return record;
    }

    /** In the order of {@link ListColumn}, but for the items. */
    private List<String> cells(ResultSet row) throws SQLException {
        Contact contact = Contact.open(vault, row.getObject("fresh_id", UUID.class), row.getBytes("contact"));
        return Stream.of(
                        contact.customerNumber(),
                        row.getString("party"),
                        contact.name(),
                        contact.nameKana(),
                        contact.email(),
                        row.getString("email_since"),
                        contact.postalCode(),
                        contact.address(),
                        contact.mobile(),
                        row.getString("status"),
                        contact.legalRepresentative())
                .map(cell -> Objects.requireNonNullElse(cell, ""))
                .toList();
    }

    private static List<String> neutralised(List<String> cells) {
        return cells.stream().map(CsvCell::neutralised).toList();
    }
}

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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.teishutsu.notify.csv.CsvCell;
import org.teishutsu.notify.exposure.ItemCatalogue;
import org.teishutsu.notify.exposure.ItemCatalogues;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.vault.Vault;

/**
 * What stands among the rows of a list more than once: whoever looks at it sees whether the list is what he takes it for. Found
 * when asked for, by keyed hashes; the list itself does not change.
 */
@Singleton
class Duplicates {

    private static final int ROWS_AT_ONCE = 1000;

    /** Parameter: the list. */
    private static final String SHARED = """
            with list_row as (
                select r.import_id, r.row_no, r.line, r.customer_key, r.email_key, r.address_key
                from import_row r where r.import_id = ?
            ), keyed as (
                select row_no, line, 'CUSTOMER_NUMBER' as by, customer_key as key from list_row where customer_key is not null
                union all
                select row_no, line, 'EMAIL', email_key from list_row where email_key is not null
                union all
                select row_no, line, 'ADDRESS', address_key from list_row where address_key is not null
            ), shared as (
                select by, key, count(*) as rows, min(line) as first_line
                from keyed group by by, key having count(*) > 1
            )
            """;

    private static final String COUNT = SHARED + "select by, count(*), sum(rows) from shared group by by";

    /** Parameters: the list, twice. */
    private static final String ROWS = SHARED + """
            select s.by, s.first_line, r.line, r.fresh_id, r.contact, r.party, r.status,
                   cast(r.email_since as text) as email_since, r.mask
            from shared s
            join keyed k on k.by = s.by and k.key = s.key
            join import_row r on r.import_id = ? and r.row_no = k.row_no
            order by s.by, s.first_line, r.row_no
            """;

    private static final List<String> HEADER = List.of(
            "by",
            "first_line",
            "line",
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
            "legal_representative",
            "items");

    private final DataSource dataSource;
    private final ItemCatalogues catalogues;
    private final Vault vault;

    Duplicates(DataSource dataSource, ItemCatalogues catalogues, Vault vault) {
        this.dataSource = dataSource;
        this.catalogues = catalogues;
        this.vault = vault;
    }

    /** By what rows are alike. */
    enum By {
        CUSTOMER_NUMBER,
        EMAIL,
        ADDRESS
    }

    /**
     * How much of a list is alike.
     *
     * @param groups how many numbers or addresses stand in it more than once
     * @param rows how many rows have one of them
     */
    record Count(long groups, long rows) {}

    /** Joins the caller's transaction. */
    Map<By, Count> count(UUID list) {
        Map<By, Count> counts = new EnumMap<>(By.class);
        for (By by : By.values()) {
            counts.put(by, new Count(0, 0));
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(COUNT)) {
            select.setObject(1, list);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.put(By.valueOf(row.getString(1)), new Count(row.getLong(2), row.getLong(3)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return counts;
    }

    /** As a file for people, in UTF-8 with a byte order mark, by which spreadsheets know it; streamed. */
    void write(UUID list, OutputStream out) {
        ItemCatalogue catalogue = catalogues.current();
        QuarkusTransaction.requiringNew().run(() -> {
            try {
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                writer.write('\uFEFF');
                CsvWriter csv =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
                csv.writeRecord(HEADER);
                copy(list, catalogue, csv);
                csv.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void copy(UUID list, ItemCatalogue catalogue, CsvWriter csv) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ROWS)) {
            select.setObject(1, list);
            select.setObject(2, list);
            select.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    csv.writeRecord(record(row, catalogue));
                }
            }
        }
    }

    private List<String> record(ResultSet row, ItemCatalogue catalogue) throws SQLException {
        Contact contact = Contact.open(vault, row.getObject("fresh_id", UUID.class), row.getBytes("contact"));
        return Stream.of(
                        row.getString("by"),
                        Long.toString(row.getLong("first_line")),
                        Long.toString(row.getLong("line")),
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
                        contact.legalRepresentative(),
                        String.join("|", catalogue.itemsOf(row.getLong("mask"))))
                .map(cell -> CsvCell.neutralised(Objects.requireNonNullElse(cell, "")))
                .toList();
    }
}

package org.teishutsu.notify.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.teishutsu.notify.intake.RejectedRow.Fault;
import org.teishutsu.notify.vault.Cells;
import org.teishutsu.notify.vault.Vault;

/** How the file of each import was read. Joins the caller's transaction. */
@Singleton
class Readings {

    private static final String HEADER = "header";

    private final DataSource dataSource;
    private final ObjectMapper json;
    private final Vault vault;

    Readings(DataSource dataSource, ObjectMapper json, Vault vault) {
        this.dataSource = dataSource;
        this.json = json;
        this.vault = vault;
    }

    /** The header of the file as rows that go back need it, and how the file was written. */
    record Returnable(Reading reading, List<String> header) {}

    /** Keeps how a file was read to its end. Its header is sealed: any cell of it may be what it should not be. */
    void store(UUID list, String sha256, ListReader reader, RowCheck check, List<String> itemsNotOfIncident) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into import_reading (import_id, reading, header) values (?, ?::jsonb, ?)")) {
            Reading reading = reading(reader, check, itemsNotOfIncident, sameFile(connection, list, sha256));
            insert.setObject(1, list);
            insert.setString(2, json.writeValueAsString(reading));
            byte[] header = Cells.pack(reader.header().own().toArray(String[]::new));
            insert.setBytes(3, vault.hold().seal(HEADER, list, header));
            insert.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of a list that was never read to its end. */
    static Returnable ofNothing() {
        return new Returnable(
                new Reading(
                        ListFormat.CSV,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                List.of());
    }

    Optional<Reading> find(UUID list) {
        return select(list, this::reading);
    }

    Optional<Returnable> returnable(UUID list) {
        return select(list, row -> new Returnable(reading(row), header(list, row)));
    }

    @FunctionalInterface
    private interface FromRow<T> {

        T of(ResultSet row) throws SQLException, JsonProcessingException;
    }

    private <T> Optional<T> select(UUID list, FromRow<T> from) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select reading, header from import_reading where import_id = ?")) {
            select.setObject(1, list);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(from.of(row)) : Optional.empty();
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Reading reading(ResultSet row) throws SQLException, JsonProcessingException {
        return json.readValue(row.getString("reading"), Reading.class);
    }

    private List<String> header(UUID list, ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes(HEADER);
        if (sealed == null) {
            return List.of();
        }
        return Cells.unpack(vault.open(HEADER, list, sealed)).stream()
                .map(cell -> Objects.requireNonNullElse(cell, ""))
                .toList();
    }

    private static Reading reading(
            ListReader reader, RowCheck check, List<String> itemsNotOfIncident, List<Reading.SameFile> sameFile) {
        RowSource.Traits file = reader.traits();
        boolean workbook = file.format() == ListFormat.XLSX;
        return new Reading(
                file.format(),
                file.encoding() == null ? null : file.encoding().charsetName(),
                workbook ? null : file.byteOrderMark(),
                workbook ? null : String.valueOf(file.delimiter()),
                workbook ? null : file.lineEnds(),
                workbook ? file.sheet() : null,
                workbook ? file.hiddenSheets() : null,
                reader.header().columns(),
                assumed(reader.header()),
                reasons(check.tally()),
                itemsNotOfIncident,
                sameFile);
    }

    private static List<String> assumed(ListHeader header) {
        return List.of(ListColumn.PARTY, ListColumn.STATUS).stream()
                .filter(column -> !header.has(column))
                .map(ListColumn::header)
                .toList();
    }

    private static List<Reading.ReasonCount> reasons(Map<Fault, Integer> tally) {
        return tally.entrySet().stream()
                .map(count -> new Reading.ReasonCount(
                        count.getKey().reason(),
                        count.getKey().column().isEmpty()
                                ? null
                                : count.getKey().column(),
                        count.getValue(),
                        count.getKey().reason().japanese(),
                        count.getKey().reason().english()))
                .toList();
    }

    /** Imports of the same bytes that were not given up, of any incident. */
    private static List<Reading.SameFile> sameFile(Connection connection, UUID list, String sha256)
            throws SQLException {
        List<Reading.SameFile> same = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select id, incident, state from import
                where sha256 = ? and id <> ? and state in ('STAGED', 'APPLIED') order by id desc limit 10
                """)) {
            select.setString(1, sha256);
            select.setObject(2, list);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    same.add(new Reading.SameFile(
                            row.getObject(1, UUID.class), row.getString(2), ImportState.valueOf(row.getString(3))));
                }
            }
        }
        return same;
    }
}

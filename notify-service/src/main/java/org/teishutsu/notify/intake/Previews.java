package org.teishutsu.notify.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.teishutsu.notify.exposure.ItemCatalogue;
import org.teishutsu.notify.exposure.ItemCatalogues;
import org.teishutsu.notify.intake.RejectedRow.Fault;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.vault.Vault;

/** Shows the first rows of a list; what is applied or discarded has none left. */
@Singleton
class Previews {

    private static final String TAKEN = """
            select line, fresh_id, contact, party, status, cast(email_since as text) as email_since, mask
            from import_row where import_id = ? order by row_no limit ?
            """;

    private final DataSource dataSource;
    private final Readings readings;
    private final Rejections rejections;
    private final ItemCatalogues catalogues;
    private final Vault vault;

    Previews(DataSource dataSource, Readings readings, Rejections rejections, ItemCatalogues catalogues, Vault vault) {
        this.dataSource = dataSource;
        this.readings = readings;
        this.rejections = rejections;
        this.catalogues = catalogues;
        this.vault = vault;
    }

    Preview of(UUID list, int most) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Reading reading =
                    readings.find(list).orElseGet(() -> Readings.ofNothing().reading());
            List<Preview.Row> rows = taken(list, most, catalogues.current());
            rejections.read(list, most, row -> rows.add(refused(row, reading)));
            rows.sort(Comparator.comparingLong(Preview.Row::line));
            return new Preview(reading, List.copyOf(rows.subList(0, Math.min(most, rows.size()))));
        });
    }

    private List<Preview.Row> taken(UUID list, int most, ItemCatalogue catalogue) {
        List<Preview.Row> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(TAKEN)) {
            select.setObject(1, list);
            select.setInt(2, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Preview.Row(row.getLong("line"), taken(row, catalogue), null));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    private Preview.Taken taken(ResultSet row, ItemCatalogue catalogue) throws SQLException {
        Contact contact = Contact.open(vault, row.getObject("fresh_id", UUID.class), row.getBytes("contact"));
        return new Preview.Taken(
                contact.customerNumber(),
                row.getString("party"),
                row.getString("status"),
                contact.name(),
                contact.nameKana(),
                contact.email(),
                row.getString("email_since"),
                contact.postalCode(),
                contact.address(),
                contact.mobile(),
                contact.legalRepresentative(),
                catalogue.itemsOf(row.getLong("mask")).codes());
    }

    private static Preview.Row refused(RejectedRow row, Reading reading) {
        List<Preview.Refusal> refusals = row.faults().stream()
                .map(fault -> refusal(fault, row.cells(), reading))
                .toList();
        return new Preview.Row(row.line(), null, refusals);
    }

    private static Preview.Refusal refusal(Fault fault, List<String> cells, Reading reading) {
        Reading.Column column = reading.columnOf(fault.column());
        List<Reading.Column> own = reading.columns().stream()
                .filter(one -> !one.readAs().equals(ColumnUse.RETURNED.label()))
                .toList();
        int place = own.indexOf(column);
        return new Preview.Refusal(
                fault.reason(),
                fault.column().isEmpty() ? null : fault.column(),
                column == null ? null : column.header(),
                place < 0 || place >= cells.size() ? null : Masking.of(cells.get(place)),
                fault.reason().japanese(),
                fault.reason().english());
    }
}

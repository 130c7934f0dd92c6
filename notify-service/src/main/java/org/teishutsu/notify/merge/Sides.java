package org.teishutsu.notify.merge;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.teishutsu.common.leak.ItemSet;
import org.teishutsu.notify.exposure.ItemCatalogue;
import org.teishutsu.notify.exposure.ItemCatalogues;
import org.teishutsu.notify.merge.MergeView.Side;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.recipient.Party;
import org.teishutsu.notify.recipient.RecipientStatus;
import org.teishutsu.notify.vault.Vault;

/** Reads the two parties of proposals, for whoever decides. Joins the caller's transaction. */
@Singleton
class Sides {

    private static final String RECIPIENTS = "select id, party, status, contact from recipient where id = any(?)";

    private static final String EXPOSURES = """
            select recipient_id, incident, mask from exposure where recipient_id = any(?) and withdrawn_at is null
            """;

    private final DataSource dataSource;
    private final ItemCatalogues catalogues;
    private final Vault vault;

    Sides(DataSource dataSource, ItemCatalogues catalogues, Vault vault) {
        this.dataSource = dataSource;
        this.catalogues = catalogues;
        this.vault = vault;
    }

    Map<UUID, Side> of(Collection<UUID> recipients) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement exposures = connection.prepareStatement(EXPOSURES);
                PreparedStatement select = connection.prepareStatement(RECIPIENTS)) {
            exposures.setArray(1, connection.createArrayOf("uuid", recipients.toArray()));
            select.setArray(1, connection.createArrayOf("uuid", recipients.toArray()));
            return read(select, items(exposures));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<UUID, Map<String, ItemSet>> items(PreparedStatement exposures) throws SQLException {
        ItemCatalogue catalogue = catalogues.current();
        Map<UUID, Map<String, ItemSet>> items = new HashMap<>();
        try (ResultSet row = exposures.executeQuery()) {
            while (row.next()) {
                items.computeIfAbsent(row.getObject(1, UUID.class), any -> new TreeMap<>())
                        .put(row.getString(2), catalogue.itemsOf(row.getLong(3)));
            }
        }
        return items;
    }

    private Map<UUID, Side> read(PreparedStatement select, Map<UUID, Map<String, ItemSet>> items) throws SQLException {
        Map<UUID, Side> sides = new HashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                UUID id = row.getObject(1, UUID.class);
                sides.put(
                        id,
                        new Side(
                                id,
                                Party.valueOf(row.getString(2)),
                                RecipientStatus.valueOf(row.getString(3)),
                                Contact.tryToOpen(vault, id, row.getBytes(4)).orElse(Contact.UNREADABLE),
                                items.getOrDefault(id, Map.of())));
            }
        }
        return sides;
    }
}

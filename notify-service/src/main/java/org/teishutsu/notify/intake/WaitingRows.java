package org.teishutsu.notify.intake;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.exposure.ItemCatalogue;
import org.teishutsu.notify.exposure.ItemCatalogues;
import org.teishutsu.notify.intake.ConflictView.Candidate;
import org.teishutsu.notify.intake.ConflictView.Decided;
import org.teishutsu.notify.intake.ConflictView.Listed;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.recipient.Party;
import org.teishutsu.notify.recipient.RecipientStatus;
import org.teishutsu.notify.vault.Vault;

/** The rows that wait, with whom they may mean. Joins the caller's transaction. */
@Singleton
class WaitingRows {

    /** Parameters: the list the rows came in, the import that carries decisions out or null for any, twice. */
    private static final String ROWS = """
            select v.row_no, r.line, v.conflict, r.mask, r.party, r.status, r.fresh_id, r.contact,
                   d.decision, d.recipient_id, d.reason, d.recorded_by, d.recorded_at, d.carried_by
            from import_verdict v
            join import_row r on r.import_id = v.import_id and r.row_no = v.row_no
            left join import_decision d on d.import_id = v.import_id and d.row_no = v.row_no and d.taken_back_at is null
            where v.import_id = ? and v.outcome = 'WAITING' and (?::uuid is null or d.carried_by = ?) and v.row_no > ?
            order by v.row_no limit ?
            """;

    /** Parameters: list and rows, twice. */
    private static final String PERSONS = """
            select r.row_no, coalesce(m.survivor_id, k.id) as person
            from import_row r
            join recipient k on k.customer_key = r.customer_key
            left join recipient_merge m on m.recipient_id = k.id
            where r.import_id = ? and r.row_no = any(?)
            union
            select r.row_no, coalesce(m.survivor_id, k.id)
            from import_row r
            join recipient k on k.email_key = r.email_key
            left join recipient_merge m on m.recipient_id = k.id
            where r.import_id = ? and r.row_no = any(?) and r.customer_key is null
            """;

    private static final String CANDIDATES = "select p.row_no, s.id, s.party, s.status, s.contact from (" + PERSONS
            + ") p join recipient s on s.id = p.person order by p.row_no, s.no";

    private static final String FACTS = """
            select v.row_no, v.conflict, v.known, v.recipient_id, r.customer_key is not null as numbered,
                   r.identity_key is not null as identified
            from import_verdict v
            join import_row r on r.import_id = v.import_id and r.row_no = v.row_no
            where v.import_id = ? and v.row_no = any(?) and v.outcome = 'WAITING'
            """;

    private final DataSource dataSource;
    private final ItemCatalogues catalogues;
    private final Vault vault;

    WaitingRows(DataSource dataSource, ItemCatalogues catalogues, Vault vault) {
        this.dataSource = dataSource;
        this.catalogues = catalogues;
        this.vault = vault;
    }

    /**
     * What a decision on a row depends on.
     *
     * @param person whom the ledger knows the row as, where only the items are unclear
     * @param numbered whether it names a customer number
     * @param identified whether it names an e-mail
     */
    record Waiting(Conflict conflict, Optional<UUID> person, boolean numbered, boolean identified) {}

    /** Of these rows those that wait, by row. */
    Map<Integer, Waiting> find(UUID list, List<Integer> rows) {
        Map<Integer, Waiting> waiting = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(FACTS)) {
            select.setObject(1, list);
            select.setArray(2, connection.createArrayOf("integer", rows.toArray()));
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    Conflict conflict = Conflict.valueOf(found.getString(2));
                    boolean known = conflict == Conflict.ITEMS_DIFFER && found.getBoolean(3);
                    waiting.put(
                            found.getInt(1),
                            new Waiting(
                                    conflict,
                                    known ? Optional.of(found.getObject(4, UUID.class)) : Optional.empty(),
                                    found.getBoolean(5),
                                    found.getBoolean(6)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return waiting;
    }

    /** Those after a row, one more than the limit if there are more. */
    List<ConflictView> after(UUID rowsOf, @Nullable UUID carrier, int row, int limit) {
        ItemCatalogue catalogue = catalogues.current();
        List<ConflictView> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ROWS)) {
            select.setObject(1, rowsOf);
            select.setObject(2, carrier);
            select.setObject(3, carrier);
            select.setInt(4, row);
            select.setInt(5, limit + 1);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(read(found, catalogue));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Map<Integer, List<Candidate>> candidates =
                candidates(rowsOf, rows.stream().map(ConflictView::row).toList());
        return rows.stream()
                .map(view -> view.with(candidates.getOrDefault(view.row(), List.of())))
                .toList();
    }

    /** Whom of the ledger rows may mean, by row; nobody's contact is opened. */
    Map<Integer, List<UUID>> candidateIds(UUID list, List<Integer> rows) {
        Map<Integer, List<UUID>> candidates = new HashMap<>();
        candidates(
                PERSONS,
                list,
                rows,
                found -> candidates
                        .computeIfAbsent(found.getInt(1), any -> new ArrayList<>())
                        .add(found.getObject(2, UUID.class)));
        return candidates;
    }

    private Map<Integer, List<Candidate>> candidates(UUID list, List<Integer> rows) {
        Map<Integer, List<Candidate>> candidates = new HashMap<>();
        candidates(
                CANDIDATES,
                list,
                rows,
                found -> candidates
                        .computeIfAbsent(found.getInt(1), any -> new ArrayList<>())
                        .add(candidate(found)));
        return candidates;
    }

    private Candidate candidate(ResultSet found) throws SQLException {
        UUID id = found.getObject(2, UUID.class);
        return new Candidate(
                id,
                Party.valueOf(found.getString(3)),
                RecipientStatus.valueOf(found.getString(4)),
                Contact.tryToOpen(vault, id, found.getBytes(5)).orElse(Contact.UNREADABLE));
    }

    @FunctionalInterface
    private interface Taker {

        void take(ResultSet row) throws SQLException;
    }

    private void candidates(String sql, UUID list, List<Integer> rows, Taker taker) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int parameter = 1; parameter <= 3; parameter += 2) {
                select.setObject(parameter, list);
                select.setArray(parameter + 1, connection.createArrayOf("integer", rows.toArray()));
            }
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    taker.take(found);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private ConflictView read(ResultSet row, ItemCatalogue catalogue) throws SQLException {
        Conflict conflict = Conflict.valueOf(row.getString("conflict"));
        @Nullable String decision = row.getString("decision");
        return new ConflictView(
                row.getInt("row_no"),
                row.getLong("line"),
                conflict,
                conflict.japanese(),
                conflict.english(),
                new Listed(
                        Party.valueOf(row.getString("party")),
                        RecipientStatus.valueOf(row.getString("status")),
                        Contact.open(vault, row.getObject("fresh_id", UUID.class), row.getBytes("contact"))),
                List.copyOf(catalogue.itemsOf(row.getLong("mask")).codes()),
                List.of(),
                decision == null ? null : decided(row, Decision.valueOf(decision)));
    }

    private static Decided decided(ResultSet row, Decision decision) throws SQLException {
        return new Decided(
                decision,
                row.getObject("recipient_id", UUID.class),
                row.getString("reason"),
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("carried_by", UUID.class));
    }
}

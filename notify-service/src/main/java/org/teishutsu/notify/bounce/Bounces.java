package org.teishutsu.notify.bounce;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.delivery.ReturnedMail;
import org.teishutsu.notify.vault.Cells;
import org.teishutsu.notify.vault.Sealing;
import org.teishutsu.notify.vault.Vault;

/** The messages that came back. Every method joins the caller's transaction. */
@Singleton
class Bounces {

    private static final String CONTENT = "content";
    private static final String DETAIL = "detail";

    private static final String SELECT = """
            select id, source, size, kind, rule, cause, delivery_id, named_by, effect, state, look, content, recorded_at,
                recorded_by
            from bounce
            """;

    private static final String INSERT = """
            insert into bounce (id, digest, source, size, kind, rule, cause, delivery_id, named_by, effect, state, look,
                content, recorded_at, recorded_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String INSERT_RECIPIENT =
            "insert into bounce_recipient (bounce_id, no, action, status, detail) values (?, ?, ?, ?, ?)";

    private final DataSource dataSource;
    private final Vault vault;

    Bounces(DataSource dataSource, Vault vault) {
        this.dataSource = dataSource;
        this.vault = vault;
    }

    /** What a list is to hold; null for everything. */
    record Filter(
            @Nullable BounceState state,
            @Nullable Kind kind,
            @Nullable UUID delivery) {

        /** With states and kinds spelt out: what waits for a person is found by its index, however much is settled. */
        private String sql() {
            return SELECT + "where id > ?"
                    + (state == null ? "" : " and state = '" + state.name() + "'")
                    + (kind == null ? "" : " and kind = '" + kind.name() + "'")
                    + (delivery == null ? "" : " and delivery_id = ?")
                    + " order by id limit ?";
        }
    }

    /** The id under which the same message was kept before. */
    Optional<UUID> find(String digest) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select id from bounce where digest = ?")) {
            select.setString(1, digest);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of two who bring the same message at once the second waits for the first. */
    void hold(String digest) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock =
                        connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 35))")) {
            lock.setString(1, digest);
            lock.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void add(Bounce bounce, String digest, Sealing sealing) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement insertRecipient = connection.prepareStatement(INSERT_RECIPIENT)) {
            int parameter = 1;
            insert.setObject(parameter++, bounce.id());
            insert.setString(parameter++, digest);
            insert.setString(parameter++, bounce.source().name());
            insert.setLong(parameter++, bounce.size());
            insert.setString(parameter++, bounce.kind().name());
            insert.setString(parameter++, bounce.rule());
            insert.setString(parameter++, bounce.cause().name());
            insert.setObject(parameter++, bounce.delivery());
            insert.setString(parameter++, name(bounce.namedBy()));
            insert.setString(parameter++, name(bounce.effect()));
            insert.setString(parameter++, bounce.state().name());
            insert.setString(parameter++, name(bounce.look()));
            insert.setBytes(parameter++, seal(bounce, sealing));
            insert.setObject(parameter++, bounce.recordedAt().atOffset(ZoneOffset.UTC));
            insert.setString(parameter, bounce.recordedBy());
            insert.executeUpdate();
            addRecipients(bounce, sealing, insertRecipient);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addRecipients(Bounce bounce, Sealing sealing, PreparedStatement insert) throws SQLException {
        int no = 0;
        for (RecipientReport report : bounce.recipients()) {
            insert.setObject(1, bounce.id());
            insert.setInt(2, no);
            insert.setString(3, report.action().name());
            insert.setString(4, report.status());
            byte[] detail = Cells.pack(report.recipient(), report.original(), report.diagnostic());
            insert.setBytes(5, sealing.seal(DETAIL, bounce.id(), no, detail));
            insert.addBatch();
            no++;
        }
        insert.executeBatch();
    }

    private static byte[] seal(Bounce bounce, Sealing sealing) {
        Bounce.Content content = bounce.content();
        return sealing.seal(CONTENT, bounce.id(), Cells.pack(content.from(), content.subject(), content.text()));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    /** Those after an id, in the order in which they came. */
    List<Bounce> after(UUID key, Filter filter, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(filter.sql())) {
            int parameter = 1;
            select.setObject(parameter++, key);
            if (filter.delivery() != null) {
                select.setObject(parameter++, filter.delivery());
            }
            select.setInt(parameter, limit);
            return read(connection, select);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<Bounce> get(UUID id) {
        return one(SELECT + "where id = ?", id);
    }

    /** Holds it to the end of the transaction. */
    Optional<Bounce> lock(UUID id) {
        return one(SELECT + "where id = ? for update", id);
    }

    private Optional<Bounce> one(String sql, UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            return read(connection, select).stream().findFirst();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Bounce> read(Connection connection, PreparedStatement select) throws SQLException {
        List<Bounce> bare = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                bare.add(read(row));
            }
        }
        UUID[] ids = bare.stream().map(Bounce::id).toArray(UUID[]::new);
        Map<UUID, List<RecipientReport>> recipients = recipients(connection, ids);
        Map<UUID, List<Bounce.FindingView>> findings = findings(connection, ids);
        return bare.stream()
                .map(bounce -> with(
                        bounce,
                        recipients.getOrDefault(bounce.id(), List.of()),
                        findings.getOrDefault(bounce.id(), List.of())))
                .toList();
    }

    private Bounce read(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        List<@Nullable String> content = Cells.unpack(vault.open(CONTENT, id, row.getBytes("content")));
        return new Bounce(
                id,
                Source.valueOf(row.getString("source")),
                row.getLong("size"),
                Kind.valueOf(row.getString("kind")),
                row.getString("rule"),
                Cause.valueOf(row.getString("cause")),
                row.getObject("delivery_id", UUID.class),
                value(NamedBy.class, row.getString("named_by")),
                value(ReturnedMail.Effect.class, row.getString("effect")),
                BounceState.valueOf(row.getString("state")),
                value(Look.class, row.getString("look")),
                new Bounce.Content(text(content, 0), text(content, 1), text(content, 2)),
                List.of(),
                List.of(),
                instant(row, "recorded_at"),
                row.getString("recorded_by"));
    }

    private static String text(List<@Nullable String> cell, int index) {
        return Objects.requireNonNullElse(cell.get(index), "");
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static <E extends Enum<E>> @Nullable E value(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static Bounce with(Bounce bounce, List<RecipientReport> recipients, List<Bounce.FindingView> findings) {
        return new Bounce(
                bounce.id(),
                bounce.source(),
                bounce.size(),
                bounce.kind(),
                bounce.rule(),
                bounce.cause(),
                bounce.delivery(),
                bounce.namedBy(),
                bounce.effect(),
                bounce.state(),
                bounce.look(),
                bounce.content(),
                recipients,
                findings,
                bounce.recordedAt(),
                bounce.recordedBy());
    }

    private Map<UUID, List<RecipientReport>> recipients(Connection connection, UUID[] ids) throws SQLException {
        Map<UUID, List<RecipientReport>> recipients = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select bounce_id, no, action, status, detail from bounce_recipient where bounce_id = any (?)
                order by bounce_id, no
                """)) {
            select.setArray(1, connection.createArrayOf("uuid", ids));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID id = row.getObject(1, UUID.class);
                    recipients.computeIfAbsent(id, any -> new ArrayList<>()).add(recipient(id, row));
                }
            }
        }
        return recipients;
    }

    private RecipientReport recipient(UUID id, ResultSet row) throws SQLException {
        List<@Nullable String> detail = Cells.unpack(vault.open(DETAIL, id, row.getInt(2), row.getBytes(5)));
        return new RecipientReport(
                detail.get(0), detail.get(1), Action.valueOf(row.getString(3)), row.getString(4), detail.get(2));
    }

    private static Map<UUID, List<Bounce.FindingView>> findings(Connection connection, UUID[] ids) throws SQLException {
        Map<UUID, List<Bounce.FindingView>> findings = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select bounce_id, finding, delivery_id, recorded_at, recorded_by from bounce_finding
                where bounce_id = any (?) order by bounce_id, id
                """)) {
            select.setArray(1, connection.createArrayOf("uuid", ids));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    findings.computeIfAbsent(row.getObject(1, UUID.class), any -> new ArrayList<>())
                            .add(new Bounce.FindingView(
                                    Finding.valueOf(row.getString(2)),
                                    row.getObject(3, UUID.class),
                                    instant(row, "recorded_at"),
                                    row.getString(5)));
                }
            }
        }
        return findings;
    }

    /** Adds what a person says, and changes what follows from it. */
    void find(Bounce found, Bounce.FindingView finding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into bounce_finding (bounce_id, finding, delivery_id, recorded_at, recorded_by)
                        values (?, ?, ?, ?, ?)
                        """);
                PreparedStatement update = connection.prepareStatement("""
                        update bounce set kind = ?, state = ?, look = ?, delivery_id = ?, named_by = ?, effect = ? where id = ?
                        """)) {
            insert.setObject(1, found.id());
            insert.setString(2, finding.finding().name());
            insert.setObject(3, finding.delivery());
            insert.setObject(4, finding.recordedAt().atOffset(ZoneOffset.UTC));
            insert.setString(5, finding.recordedBy());
            insert.executeUpdate();
            update.setString(1, found.kind().name());
            update.setString(2, found.state().name());
            update.setString(3, name(found.look()));
            update.setObject(4, found.delivery());
            update.setString(5, name(found.namedBy()));
            update.setString(6, name(found.effect()));
            update.setObject(7, found.id());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many wait for a person. */
    long open() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count =
                        connection.prepareStatement("select count(*) from bounce where state = 'NEEDS_A_LOOK'");
                ResultSet row = count.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where deliveries were refused by policy since an instant: one entry a delivery, the newest first. */
    List<PolicyAlarms.Refused> refusedByPolicySince(Instant since, int most) {
        List<PolicyAlarms.Refused> refused = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select b.id, r.no, r.action, r.status, r.detail, b.delivery_id, b.recorded_at
                        from bounce b
                        join bounce_recipient r on r.bounce_id = b.id and r.no = 0
                        where b.cause = 'POLICY' and b.kind = 'FAILED' and b.recorded_at > ? and b.delivery_id is not null
                        order by b.recorded_at desc
                        limit ?
                        """)) {
            select.setObject(1, since.atOffset(ZoneOffset.UTC));
            select.setInt(2, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Optional<String> domain =
                            recipient(row.getObject(1, UUID.class), row).domain();
                    if (domain.isPresent()) {
                        refused.add(new PolicyAlarms.Refused(
                                domain.get(), row.getObject(6, UUID.class), instant(row, "recorded_at")));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return refused;
    }
}

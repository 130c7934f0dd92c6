package org.teishutsu.notify.posting;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.DeliveryState;

/** Looks batches up, with their letters counted by state. Joins the caller's transaction. */
@Singleton
class LetterBatches {
    private static final String SELECT = """
            select b.id, b.campaign_id, b.template_id, b.dated, b.letters, b.pages, b.sha256, b.recorded_at, b.recorded_by,
                c.printed, c.posted, c.returned, c.pull
            from letter_batch b
            cross join lateral (
                select count(*) filter (where s.state = 'PRINTED') as printed,
                    count(*) filter (where s.state = 'POSTED') as posted,
                    count(*) filter (where s.state = 'RETURNED') as returned,
                    coalesce(array_agg(l.sequence order by l.sequence) filter (where s.state = 'CANCELLED'), '{}') as pull
                from letter l
                join delivery_state s on s.delivery_id = l.delivery_id
                where l.batch_id = b.id
            ) c
            """;

    private static final String LIST = SELECT + """
            where b.id > ? and (?::uuid is null or b.campaign_id = ?)
            order by b.id
            limit ?
            """;

    private static final String ONE = SELECT + "where b.id = ?";

    private final DataSource dataSource;

    LetterBatches(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** In the order in which they were printed. */
    List<LetterBatchView> after(@Nullable UUID key, @Nullable UUID campaign, int limit) {
        List<LetterBatchView> batches = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(LIST)) {
            select.setObject(1, key == null ? new UUID(0, 0) : key);
            select.setObject(2, campaign);
            select.setObject(3, campaign);
            select.setInt(4, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    batches.add(read(row));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return batches;
    }

    Optional<LetterBatchView> find(UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ONE)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those of some ids that are batches. */
    Set<UUID> known(Collection<UUID> ids) {
        Set<UUID> known = new HashSet<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select id from letter_batch where id = any (?)")) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.add(row.getObject(1, UUID.class));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return known;
    }

    private static LetterBatchView read(ResultSet row) throws SQLException {
        Map<DeliveryState, Integer> byState = new EnumMap<>(DeliveryState.class);
        byState.put(DeliveryState.PRINTED, row.getInt(10));
        byState.put(DeliveryState.POSTED, row.getInt(11));
        byState.put(DeliveryState.RETURNED, row.getInt(12));
        List<Integer> pull = integers(row.getArray(13));
        byState.put(DeliveryState.CANCELLED, pull.size());
        BatchState state = row.getInt(10) > 0
                ? BatchState.PRINTED
                : row.getInt(11) + row.getInt(12) > 0 ? BatchState.POSTED : BatchState.CANCELLED;
        return new LetterBatchView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, LocalDate.class),
                row.getInt(5),
                row.getInt(6),
                row.getString(7),
                state,
                byState,
                pull,
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getString(9));
    }

    private static List<Integer> integers(Array array) throws SQLException {
        return List.of((Integer[]) array.getArray());
    }
}

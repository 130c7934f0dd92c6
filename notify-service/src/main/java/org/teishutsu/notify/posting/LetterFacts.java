package org.teishutsu.notify.posting;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.DeliveryState;

/** Records what people say of letters: posted, returned. Joins the caller's transaction. */
@Singleton
class LetterFacts {
    private static final String POST_BATCH = """
            with stamp as materialized (
                select domain_now() as at
            ), posted as (
                update delivery_state s set state = 'POSTED' from letter l
                where l.batch_id = ? and s.delivery_id = l.delivery_id and s.state = 'PRINTED'
                returning s.delivery_id
            ), event as (
                insert into delivery_event (delivery_id, state, recorded_at, recorded_by, occurred_on)
                select delivery_id, 'POSTED', stamp.at, ?, ? from posted, stamp
            )
            select count(*) from posted
            """;

    /**
     * Of several letters under one number the newest one that can take the step; if none can, the newest. What was never
     * printed cannot have been posted.
     */
    private static final String FIND = """
            select distinct on (r.inquiry_number) r.inquiry_number, d.id, s.state, e.return_reason
            from recipient r
            join delivery d on d.recipient_id = r.id and d.channel = 'LETTER'
            join delivery_state s on s.delivery_id = d.id
            left join lateral (
                select return_reason from delivery_event where delivery_id = d.id order by id desc limit 1
            ) e on true
            where r.inquiry_number = any (?)
                and (s.state <> 'CANCELLED' or exists (select from letter l where l.delivery_id = d.id))
            order by r.inquiry_number, s.state = ? desc, d.id desc
            """;

    private static final String RECORD = """
            with stamp as materialized (
                select domain_now() as at
            ), said as (
                select * from unnest(?::uuid[], ?::date[], ?::text[], ?::text[]) as w (delivery_id, occurred_on, reason, note)
            ), moved as (
                update delivery_state s set state = ? from said w
                where s.delivery_id = w.delivery_id and s.state = ?
                returning s.delivery_id, s.state, w.occurred_on, w.reason, w.note
            ), event as (
                insert into delivery_event (delivery_id, state, recorded_at, recorded_by, occurred_on, return_reason, note)
                select delivery_id, state, stamp.at, ?, occurred_on, reason, note from moved, stamp
            )
            select count(*) from moved
            """;

    private final DataSource dataSource;

    LetterFacts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What is known of the letter under a number. */
    record Known(
            UUID delivery, DeliveryState state, @Nullable String returnReason) {}

    /** What is said of a letter. */
    record Said(UUID delivery, LocalDate on, @Nullable ReturnReason reason) {}

    /** Everything of a batch that is still to be posted; says how many. */
    int postBatch(UUID batch, LocalDate on, String by) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement post = connection.prepareStatement(POST_BATCH)) {
            post.setObject(1, batch);
            post.setString(2, by);
            post.setObject(3, on);
            try (ResultSet row = post.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The letters under inquiry numbers, for a step that begins at a state. */
    Map<String, Known> find(List<String> numbers, DeliveryState from) {
        Map<String, Known> found = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setArray(1, connection.createArrayOf("text", numbers.toArray()));
            select.setString(2, from.name());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String state = row.getString(3);
                    found.put(
                            row.getString(1),
                            new Known(
                                    row.getObject(2, UUID.class),
                                    state.equals("DEFERRED") ? DeliveryState.QUEUED : DeliveryState.valueOf(state),
                                    row.getString(4)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    /** Moves letters on; those that somebody else has moved meanwhile make all of it fail. */
    void record(List<Said> said, DeliveryState from, DeliveryState to, String by) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement record = connection.prepareStatement(RECORD)) {
            record.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", said.stream().map(Said::delivery).toArray()));
            record.setArray(
                    2,
                    connection.createArrayOf(
                            "date", said.stream().map(s -> s.on().toString()).toArray()));
            record.setArray(
                    3,
                    connection.createArrayOf(
                            "text", said.stream().map(LetterFacts::code).toArray()));
            record.setArray(
                    4,
                    connection.createArrayOf(
                            "text", said.stream().map(LetterFacts::label).toArray()));
            record.setString(5, to.name());
            record.setString(6, from.name());
            record.setString(7, by);
            try (ResultSet row = record.executeQuery()) {
                row.next();
                if (row.getInt(1) != said.size()) {
                    throw new IllegalStateException("A letter was recorded by somebody else meanwhile");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String code(Said said) {
        return said.reason() == null ? null : said.reason().name();
    }

    private static @Nullable String label(Said said) {
        return said.reason() == null ? null : said.reason().label();
    }
}

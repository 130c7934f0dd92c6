package org.teishutsu.notify.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.vault.Sealing;

/**
 * Moves deliveries by what is heard of them after they left, at the instant at which it is heard. Whatever comes back
 * proves that the server had the message: also for what is UNCERTAIN, and for what is in the queue again. Joins the
 * caller's transaction.
 */
@Singleton
public class ReturnedMail {

    /** What a mail server may have had: a message that was never handed to one cannot come back. */
    private static final String MAY_HAVE_LEFT = """
            (s.state in ('SENT', 'UNCERTAIN', %s)
                or (s.state in ('QUEUED', 'DEFERRED') and (s.claimed_by is not null or s.attempts > 0 or s.resends > 0)))
            """;

    /**
     * The next channel opens at once, unless the ledger holds something else by now, the recipient is not to be told any
     * more, or it is a correction: then the plan decides. Parameters: the delivery, who says so, why, the words.
     */
    private static final String BOUNCE = """
            with stamp as materialized (
                select domain_now() as at
            ), gone as (
                update delivery_state s set state = 'BOUNCED', claimed_by = null
                where s.delivery_id = ? and s.channel = 'EMAIL' and
            """ + MAY_HAVE_LEFT.formatted("'DELIVERED'") + """
                returning s.delivery_id
            ), deferred as (
                delete from delivery_deferred w using gone where w.delivery_id = gone.delivery_id
            ), event as (
                insert into delivery_event (delivery_id, state, recorded_at, recorded_by, note, reply)
                select delivery_id, 'BOUNCED', stamp.at, ?, ?, ? from gone, stamp
            ), letter as (
                insert into delivery (id, campaign_id, recipient_id, channel, try_no, address_reason, told, recorded_at)
                select time_ordered_uuid(), d.campaign_id, d.recipient_id, 'LETTER', d.try_no, 'BOUNCED', d.told,
                    stamp.at
                from gone join delivery d on d.id = gone.delivery_id join recipient r on r.id = d.recipient_id, stamp
                where r.has_address and d.purpose = 'NOTICE' and not is_closed(d.recipient_id, d.told) and d.told = (
                    select jsonb_object_agg(e.incident, e.mask)
                    from exposure e
                    join campaign_incident i on i.incident = e.incident and i.campaign_id = d.campaign_id
                    where e.recipient_id = d.recipient_id and e.withdrawn_at is null
                )
                on conflict do nothing
                returning id, campaign_id
            ), letter_state as (
                insert into delivery_state (delivery_id, campaign_id, channel, state)
                select id, campaign_id, 'LETTER', 'QUEUED' from letter
            )
            select count(*) from gone
            """;

    /** That it was sent is a fact of its own, for the waiting time runs from it. Parameters: the delivery, why. */
    private static final String DELIVER = """
            with stamp as materialized (
                select domain_now() as at
            ), before as materialized (
                select s.delivery_id, s.state from delivery_state s where s.delivery_id = ? for update
            ), arrived as (
                update delivery_state s set state = 'DELIVERED', claimed_by = null
                from before
                where s.delivery_id = before.delivery_id and s.channel = 'EMAIL' and
            """ + MAY_HAVE_LEFT.formatted("'SENT'") + """
                returning s.delivery_id, before.state
            ), deferred as (
                delete from delivery_deferred w using arrived where w.delivery_id = arrived.delivery_id
            ), sent as (
                insert into delivery_event (delivery_id, state, recorded_at, note)
                select a.delivery_id, step.state, stamp.at, ?
                from arrived a, stamp, (values (1, 'SENT'), (2, 'DELIVERED')) step (no, state)
                where step.state = 'DELIVERED' or a.state <> 'SENT'
                order by step.no
            )
            select count(*) from arrived
            """;

    private static final String STATE = "select state, channel from delivery_state where delivery_id = ?";

    private final DataSource dataSource;

    ReturnedMail(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What came of it. */
    public enum Effect {
        /** The delivery is in the state that was reported. */
        MOVED,
        /** It was in this state already, or had ended in another that this does not change. */
        NOTHING_NEW,
        /** It waits to be handed to a mail server for the first time, or is no e-mail: so this cannot be about it. */
        NEVER_SENT,
        NO_SUCH_DELIVERY
    }

    /**
     * What came back.
     *
     * @param by the person who says so; null if the notification does
     * @param why one line without personal data
     * @param words of the mail system that refused; personal data
     */
    public record Bounce(
            UUID delivery,
            @Nullable String by,
            String why,
            @Nullable String words) {

        /** Personal data. */
        @Override
        public String toString() {
            return "Bounce[" + delivery + "]";
        }
    }

    /** Whether there is such a delivery. */
    public boolean knows(UUID delivery) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(STATE)) {
            select.setObject(1, delivery);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new OutboxException("look up what came back", e);
        }
    }

    /** It did not arrive: the next channel opens. */
    public Effect bounced(Bounce bounce, Sealing sealing) {
        String words = bounce.words() == null ? bounce.why() : bounce.why() + ": " + bounce.words();
        return moved(BOUNCE, bounce.delivery(), statement -> {
            statement.setString(2, bounce.by());
            statement.setString(3, bounce.why());
            statement.setBytes(4, Reply.seal(sealing, bounce.delivery(), words));
        });
    }

    /** It arrived, says the mail system. */
    public Effect delivered(UUID delivery, String why) {
        return moved(DELIVER, delivery, statement -> statement.setString(2, why));
    }

    private Effect moved(String sql, UUID delivery, Binding binding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement move = connection.prepareStatement(sql)) {
            move.setObject(1, delivery);
            binding.bind(move);
            try (ResultSet row = move.executeQuery()) {
                row.next();
                return row.getInt(1) == 1 ? Effect.MOVED : unmoved(connection, delivery);
            }
        } catch (SQLException e) {
            throw new OutboxException("take note of what came back", e);
        }
    }

    private static Effect unmoved(Connection connection, UUID delivery) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(STATE)) {
            select.setObject(1, delivery);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Effect.NO_SUCH_DELIVERY;
                }
                boolean waits =
                        row.getString(1).equals("QUEUED") || row.getString(1).equals("DEFERRED");
                return waits || !row.getString(2).equals("EMAIL") ? Effect.NEVER_SENT : Effect.NOTHING_NEW;
            }
        }
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}

package org.teishutsu.notify.campaign;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.NotToldReason;
import org.teishutsu.notify.exposure.HashJoins;
import org.teishutsu.notify.letter.LetterReason;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.vault.Vault;

/**
 * Who of a campaign has not been told yet (個別通知未了者), each with one reason. Asked of the ledger, not of what was
 * planned: so nobody can be missing from it because he was missed before.
 */
@Singleton
class NotTold {

    /**
     * Parameters: the campaign, three times. Told is whom one message told every item that the ledger holds now, for
     * each of the incidents; the newest try says why not.
     */
    private static final String NOT_TOLD = """
            with told as (
                select d.recipient_id, item.key as incident, item.value::text::bigint as mask
                from party_delivery d
                join delivery_state s on s.delivery_id = d.id and s.state in ('SENT', 'DELIVERED', 'POSTED')
                cross join jsonb_each(d.told) item
                where d.campaign_id = ?
            ), untold as (
                select distinct e.recipient_id
                from exposure e
                join campaign_incident i on i.incident = e.incident and i.campaign_id = ?
                left join told t on t.recipient_id = e.recipient_id and t.incident = e.incident
                    and e.mask & ~t.mask = 0
                where e.withdrawn_at is null and t.recipient_id is null
            ), attempt as (
                select d.recipient_id, d.channel, s.state, s.attempts, d.address_reason,
                    d.try_no = max(d.try_no) over (partition by d.recipient_id) as newest
                from party_delivery d
                join delivery_state s on s.delivery_id = d.id
                where d.campaign_id = ? and s.state <> 'CANCELLED'
            ), standing as (
                select recipient_id,
                    bool_or(channel = 'LETTER' and state in ('QUEUED', 'PRINTED')) as letter_due,
                    bool_or(state = 'UNCERTAIN') as uncertain,
                    bool_or(channel = 'EMAIL' and (state = 'DEFERRED' or (state = 'QUEUED' and attempts > 0))) as retrying,
                    bool_or(channel = 'EMAIL' and state = 'QUEUED') as queued,
                    bool_or(channel = 'LETTER' and state = 'DEFERRED') as unprintable,
                    bool_or(state = 'RETURNED') as returned,
                    bool_or(state = 'BOUNCED') as bounced,
                    bool_or(state = 'REJECTED') as refused,
                    max(address_reason) as letter_reason
                from attempt
                where newest
                group by recipient_id
            ), not_told as (
                select a.recipient_id, s.letter_reason,
                    case
                        when s.letter_due then 'LETTER_DUE'
                        when s.uncertain then 'UNCERTAIN'
                        when s.retrying then 'RETRYING'
                        when s.queued then 'QUEUED'
                        when s.unprintable then 'UNPRINTABLE'
                        when s.returned then 'RETURNED'
                        when s.bounced then 'BOUNCED'
                        when s.refused then 'REFUSED'
                        when r.email_key is null and not r.has_address then 'NO_ADDRESS'
                        else 'NOT_PLANNED'
                    end as reason
                from untold a
                join recipient r on r.id = a.recipient_id
                left join standing s on s.recipient_id = a.recipient_id
            )
            """;

    private static final String COUNT = NOT_TOLD + "select reason, count(*) from not_told group by reason";

    private static final String LIST = NOT_TOLD + """
            select n.reason, n.letter_reason, r.inquiry_number, r.id, r.contact
            from not_told n
            join recipient r on r.id = n.recipient_id
            order by n.reason, r.no
            """;

    private static final int FETCH = 1000;

    private final DataSource dataSource;
    private final Vault vault;
    private final HashJoins hashJoins;

    NotTold(DataSource dataSource, Vault vault, HashJoins hashJoins) {
        this.hashJoins = hashJoins;
        this.dataSource = dataSource;
        this.vault = vault;
    }

    /** Recipients by reason; empty if everybody has been told. */
    SortedMap<NotToldReason, Long> count(UUID campaign) {
        SortedMap<NotToldReason, Long> counts = new TreeMap<>();
        hashJoins.ahead();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(COUNT)) {
            select.setObject(1, campaign);
            select.setObject(2, campaign);
            select.setObject(3, campaign);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.put(NotToldReason.valueOf(row.getString(1)), row.getLong(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return counts;
    }

    /** Gives each of them to the consumer, by reason; streams, so that the list may be as long as it likes. */
    void forEach(UUID campaign, Consumer<Row> consumer) {
        hashJoins.ahead();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(LIST)) {
            select.setFetchSize(FETCH);
            select.setObject(1, campaign);
            select.setObject(2, campaign);
            select.setObject(3, campaign);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    consumer.accept(read(row));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Row read(ResultSet row) throws SQLException {
        @Nullable String letterReason = row.getString(2);
        return new Row(
                NotToldReason.valueOf(row.getString(1)),
                letterReason == null ? null : LetterReason.valueOf(letterReason),
                row.getString(3),
                Contact.open(vault, row.getObject(4, UUID.class), row.getBytes(5)));
    }

    /** One recipient who has not been told. */
    record Row(NotToldReason reason, @Nullable LetterReason letterReason, String inquiryNumber, Contact contact) {

        /** Personal data. */
        @Override
        public String toString() {
            return "Row[" + reason + "]";
        }
    }
}

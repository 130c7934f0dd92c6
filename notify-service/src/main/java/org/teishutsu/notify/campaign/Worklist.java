package org.teishutsu.notify.campaign;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.NotToldReason;
import org.teishutsu.notify.exposure.HashJoins;
import org.teishutsu.notify.letter.LetterReason;
import org.teishutsu.notify.posting.ReturnReason;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.recipient.Party;
import org.teishutsu.notify.vault.Vault;

/** Recipients for whom something is still to be done, each with one reason: counted, listed by name, paged. */
final class Worklist {

    /**
     * Why those in {@code waiting} wait, by what became of the newest try; ends with the table {@code due}. A telephone is
     * left to be tried until a call has found it to be another's or dead, or three have reached nobody; a new number begins
     * anew. To be filled in: which deliveries count, and what comes before all other reasons. Parameters: the campaign twice.
     */
    private static final String REASONS = """
            ), attempt as (
                select d.recipient_id, d.channel, s.state, s.attempts, d.address_reason,
                    d.try_no = max(d.try_no) over (partition by d.recipient_id) as newest
                from party_delivery d
                join delivery_state s on s.delivery_id = d.id
                where d.campaign_id = ? and s.state <> 'CANCELLED' and %s
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
            ), called as (
                select coalesce(m.survivor_id, t.recipient_id) as recipient_id, count(*) as calls,
                    count(*) >= 3 or bool_or(t.outcome in ('WRONG_NUMBER', 'OUT_OF_SERVICE')) as in_vain
                from telephone_call t
                left join recipient_merge m on m.recipient_id = t.recipient_id
                left join (
                    select recipient_id, max(released_at) as at from contact_change
                    where state = 'RELEASED' and 'MOBILE' = any (fields) group by recipient_id
                ) renewed on renewed.recipient_id = coalesce(m.survivor_id, t.recipient_id)
                where t.campaign_id = ? and (renewed.at is null or t.recorded_at > renewed.at)
                group by 1
            ), due as (
                select a.recipient_id, s.letter_reason, coalesce(c.calls, 0) as calls,
                    r.mobile_tag is not null and not coalesce(c.in_vain, false) as telephone,
                    case
                        when a.uncertain then 'UNCERTAIN'
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
                from waiting a
                join recipient r on r.id = a.recipient_id
                left join standing s on s.recipient_id = a.recipient_id
                left join called c on c.recipient_id = a.recipient_id
            )
            """;

    /** With why the last letter that came back did. Parameters: the campaign, and the reason twice. */
    private static final String ROWS = """
            , returned as (
                select d.recipient_id, (array_agg(e.return_reason order by e.id desc))[1] as why
                from party_delivery d
                join delivery_event e on e.delivery_id = d.id and e.return_reason is not null
                where d.campaign_id = ?
                group by d.recipient_id
            )
            select n.reason, n.letter_reason, r.inquiry_number, r.id, r.contact, r.no, r.party, n.telephone, n.calls,
                case when n.reason = 'RETURNED' then b.why end
            from due n
            join recipient r on r.id = n.recipient_id
            left join returned b on b.recipient_id = n.recipient_id
            where (?::text is null or n.reason = ?)
            """;

    private static final int FETCH = 1000;

    private final DataSource dataSource;
    private final Vault vault;
    private final HashJoins hashJoins;
    private final String due;
    private final int campaigns;

    private Worklist(DataSource dataSource, Vault vault, HashJoins hashJoins, String due, int campaigns) {
        this.dataSource = dataSource;
        this.vault = vault;
        this.hashJoins = hashJoins;
        this.due = due;
        this.campaigns = campaigns;
    }

    /** What a list needs to be read. */
    record Tools(DataSource dataSource, Vault vault, HashJoins hashJoins) {}

    /**
     * Whose deliveries tell why somebody waits.
     *
     * @param waiting a statement's beginning that ends with the table {@code waiting}: recipients and whether it is uncertain
     *     that anything is to be done
     * @param campaigns how often the campaign is a parameter of it
     * @param deliveries a condition on deliveries {@code d}
     */
    static Worklist of(Tools tools, String waiting, int campaigns, String deliveries) {
        return new Worklist(
                tools.dataSource(),
                tools.vault(),
                tools.hashJoins(),
                waiting + REASONS.formatted(deliveries),
                campaigns + 2);
    }

    /** Recipients by reason; empty if nobody is left. */
    SortedMap<NotToldReason, Long> count(UUID campaign) {
        SortedMap<NotToldReason, Long> counts = new TreeMap<>();
        hashJoins.ahead();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(due + "select reason, count(*) from due group by reason")) {
            fill(campaign, select);
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
    void forEach(UUID campaign, @Nullable NotToldReason reason, Consumer<Row> consumer) {
        hashJoins.ahead();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(due + ROWS + "order by n.reason, r.no")) {
            select.setFetchSize(FETCH);
            fill(campaign, reason, select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    consumer.accept(read(row));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In the order in which they came into the ledger, those after a number, at most so many. */
    List<Row> after(UUID campaign, @Nullable NotToldReason reason, long no, int most) {
        List<Row> rows = new ArrayList<>();
        hashJoins.ahead();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(due + ROWS + "and r.no > ? order by r.no limit ?")) {
            fill(campaign, reason, select);
            select.setLong(campaigns + 4, no);
            select.setInt(campaigns + 5, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(read(row));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    /** Those of one reason; only those for whom no channel is left, if that is asked. */
    Set<UUID> recipients(UUID campaign, NotToldReason reason, boolean nothingLeft) {
        Set<UUID> recipients = new LinkedHashSet<>();
        hashJoins.ahead();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(due + "select recipient_id, telephone from due where reason = ?")) {
            fill(campaign, select);
            select.setString(campaigns + 1, reason.name());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (!nothingLeft || NextStep.of(reason, row.getBoolean(2)) == NextStep.FIND_CONTACT) {
                        recipients.add(row.getObject(1, UUID.class));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return recipients;
    }

    private void fill(UUID campaign, PreparedStatement select) throws SQLException {
        for (int parameter = 1; parameter <= campaigns; parameter++) {
            select.setObject(parameter, campaign);
        }
    }

    private void fill(UUID campaign, @Nullable NotToldReason reason, PreparedStatement select) throws SQLException {
        fill(campaign, select);
        select.setObject(campaigns + 1, campaign);
        @Nullable String name = reason == null ? null : reason.name();
        select.setString(campaigns + 2, name);
        select.setString(campaigns + 3, name);
    }

    private Row read(ResultSet row) throws SQLException {
        @Nullable String letterReason = row.getString(2);
        UUID recipient = row.getObject(4, UUID.class);
        @Nullable String returned = row.getString(10);
        return new Row(
                row.getLong(6),
                recipient,
                NotToldReason.valueOf(row.getString(1)),
                letterReason == null ? null : LetterReason.valueOf(letterReason),
                returned == null ? null : ReturnReason.valueOf(returned),
                row.getBoolean(8),
                row.getInt(9),
                row.getString(3),
                Party.valueOf(row.getString(7)),
                Contact.tryToOpen(vault, recipient, row.getBytes(5)).orElse(Contact.UNREADABLE));
    }

    /**
     * One recipient who waits.
     *
     * @param no by which the list is paged
     * @param returned why the letter came back, if that is why and the post said so
     * @param telephone whether there is a number worth calling
     * @param calls how many have been made for this campaign
     */
    record Row(
            long no,
            UUID recipient,
            NotToldReason reason,
            @Nullable LetterReason letterReason,
            @Nullable ReturnReason returned,
            boolean telephone,
            int calls,
            String inquiryNumber,
            Party party,
            Contact contact) {

        NextStep next() {
            return NextStep.of(reason, telephone);
        }

        /** Personal data. */
        @Override
        public String toString() {
            return "Row[" + reason + "]";
        }
    }
}

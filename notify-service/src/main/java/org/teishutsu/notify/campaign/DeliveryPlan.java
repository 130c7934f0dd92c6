package org.teishutsu.notify.campaign;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.exposure.HashJoins;
import org.teishutsu.notify.letter.LetterReason;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.template.MessageData;
import org.teishutsu.notify.template.WorstCase;
import org.teishutsu.notify.vault.Vault;

/**
 * Decides for everybody affected what is told by which channel, in one statement over the ledger. Whoever has something
 * to be told and nothing planned gets a delivery, whenever he came into the ledger; whoever gained items gets another
 * try. An address that may be somebody else's by now never gets an e-mail. Corrections are planned before notices: who gets
 * one is told in it of what he gained, too. Joins the caller's transaction.
 */
@Singleton
class DeliveryPlan {

    /** E-mail addresses of more than one party. */
    static final String SHARED = """
            shared as (
                select email_key from recipient
                where email_key is not null and id not in (select recipient_id from recipient_merge)
                group by email_key having count(*) > 1
            )
            """;

    /** Why a recipient {@code r} is written to on paper; null if an e-mail may go. The day of the attack is to be filled in. */
    static final String ADDRESS_RULE = """
            case
                when r.email_key is null then 'NO_EMAIL'
                when shared.email_key is not null then 'SHARED_ADDRESS'
                when r.status = 'FORMER' then 'LONG_GONE'
                when r.email_since > %s then 'CHANGED_AFTER_ATTACK'
            end
            """;

    /** Parameter: the campaign. The reason is null for who is told by e-mail. */
    static final String AFFECTED = """
            with told as (
                select e.recipient_id, jsonb_object_agg(e.incident, e.mask) as told, min(i.occurred_from) as attacked
                from exposure e
                join campaign_incident i on i.incident = e.incident and i.campaign_id = ?
                where e.withdrawn_at is null
                group by e.recipient_id
            ), %s, affected as (
                select r.id as recipient_id, r.no, r.has_address, told.told, %s as reason
                from told
                join recipient r on r.id = told.recipient_id
                left join shared on shared.email_key = r.email_key
            )
            """.formatted(SHARED, ADDRESS_RULE.formatted("told.attacked"));

    private static final String COUNT = AFFECTED + """
            select reason, has_address, count(*) from affected group by 1, 2
            """;

    private static final String PLAN = AFFECTED + """
            , said as (
                select d.recipient_id, max(d.try_no) as try_no,
                    bool_or(d.channel = 'EMAIL' and s.state = 'REJECTED') as refused,
                    bool_or(d.channel = 'EMAIL' and s.state = 'BOUNCED') as bounced
                from party_delivery d
                join delivery_state s on s.delivery_id = d.id
                where d.campaign_id = ?
                group by d.recipient_id
            ), said_items as (
                select said.recipient_id, item.key as incident, item.value::text::bigint as mask
                from (
                    select d.recipient_id, d.told
                    from party_delivery d
                    join delivery_state s on s.delivery_id = d.id and s.state not in ('CANCELLED', 'REJECTED', 'BOUNCED')
                    where d.campaign_id = ? and d.id not in (select delivery_id from put_right)
                    union all
                    select recipient_id, covers from closed_party
                ) said
                cross join jsonb_each(said.told) item
            ), unsaid as (
                select distinct e.recipient_id
                from exposure e
                join campaign_incident i on i.incident = e.incident and i.campaign_id = ?
                left join said_items s on s.recipient_id = e.recipient_id and s.incident = e.incident
                    and e.mask & ~s.mask = 0
                where e.withdrawn_at is null and s.recipient_id is null
            ), next as (
                select a.recipient_id, a.no, a.told, a.has_address, coalesce(said.try_no, 0) + 1 as try_no,
                    case when a.reason is not null then a.reason when said.bounced then 'BOUNCED'
                        when said.refused then 'REFUSED' end as reason
                from unsaid
                join affected a on a.recipient_id = unsaid.recipient_id
                left join said on said.recipient_id = a.recipient_id
            ), stamp as materialized (
                select domain_now() as at
            ), planned as (
                insert into delivery (id, campaign_id, recipient_id, channel, try_no, address_reason, told, recorded_at)
                select time_ordered_uuid(), ?, n.recipient_id, case when n.reason is null then 'EMAIL' else 'LETTER' end,
                    n.try_no, n.reason, n.told, stamp.at
                from (select * from next where reason is null or has_address order by no) n, stamp
                on conflict do nothing
                returning id, campaign_id, channel
            ), queued as (
                insert into delivery_state (delivery_id, campaign_id, channel, state)
                select id, campaign_id, channel, 'QUEUED' from planned
                returning delivery_id
            )
            select count(*) from queued
            """;

    /**
     * What waits to be sent and no longer says what is so: the items have changed, the recipient turned out not to be
     * affected, an e-mail would go to an address that may be somebody else's by now, or two people said that he is not to
     * be told. Parameters: the campaign, three times.
     */
    private static final String DROP_OVERTAKEN = AFFECTED + """
            , stamp as materialized (
                select domain_now() as at
            ), closed as (
                select a.recipient_id
                from closed_party c
                join affected a on a.recipient_id = c.recipient_id
                cross join jsonb_each(a.told) item
                group by a.recipient_id
                having count(distinct item.key) filter (
                    where item.value::text::bigint & ~coalesce((c.covers ->> item.key)::bigint, 0) = 0
                ) = count(distinct item.key)
            ), overtaken as (
                select d.id, case when d.told is distinct from a.told then 'The items to be told have changed'
                    when c.recipient_id is not null then 'Closed: the recipient is not to be told any more'
                    else 'The address may be somebody else''s by now' end as why
                from delivery d
                left join affected a on a.recipient_id = d.recipient_id
                left join closed c on c.recipient_id = d.recipient_id
                where d.campaign_id = ? and d.purpose = 'NOTICE'
                    and (d.told is distinct from a.told or (d.channel = 'EMAIL' and a.reason is not null)
                        or c.recipient_id is not null)
            ), dropped as (
                update delivery_state s set state = 'CANCELLED'
                from overtaken
                where s.delivery_id = overtaken.id and s.campaign_id = ? and s.claimed_by is null
                    and s.state in ('QUEUED', 'DEFERRED', 'PRINTED')
                returning s.delivery_id, overtaken.why
            ), deferred as (
                delete from delivery_deferred w using dropped where w.delivery_id = dropped.delivery_id
            ), event as (
                insert into delivery_event (delivery_id, state, recorded_at, note)
                select delivery_id, 'CANCELLED', stamp.at, why from dropped, stamp
                returning delivery_id
            )
            select count(*) from event
            """;

    private static final String ONE = AFFECTED + """
            select a.recipient_id, a.reason, a.told, r.contact, r.party, r.inquiry_number
            from affected a
            join recipient r on r.id = a.recipient_id
            where ?::uuid is null or a.recipient_id = ?
            order by a.reason is not null, a.no
            limit 1
            """;

    private static final String EVERYBODY = AFFECTED + """
            select a.recipient_id, sum(bit_count(item.value::text::bigint::bit(64)))::integer, count(*)::integer,
                r.contact
            from affected a
            join recipient r on r.id = a.recipient_id
            cross join jsonb_each(a.told) item
            group by a.recipient_id, a.no, r.contact
            order by a.no
            """;

    private static final int FETCH = 1000;

    private final DataSource dataSource;
    private final Vault vault;
    private final HashJoins hashJoins;
    private final CorrectionPlan corrections;

    DeliveryPlan(DataSource dataSource, Vault vault, HashJoins hashJoins, CorrectionPlan corrections) {
        this.corrections = corrections;
        this.dataSource = dataSource;
        this.vault = vault;
        this.hashJoins = hashJoins;
    }

    /** What would be planned now if nothing had been. */
    Counts count(UUID campaign) {
        long email = 0;
        long letter = 0;
        SortedMap<LetterReason, Long> reasons = new TreeMap<>();
        long noAddress = 0;
        hashJoins.ahead();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(COUNT)) {
            select.setObject(1, campaign);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    @Nullable String reason = row.getString(1);
                    if (reason == null) {
                        email += row.getLong(3);
                    } else if (row.getBoolean(2)) {
                        letter += row.getLong(3);
                        reasons.merge(LetterReason.valueOf(reason), row.getLong(3), Long::sum);
                    } else {
                        noAddress += row.getLong(3);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Counts(email, letter, noAddress, reasons);
    }

    /**
     * Drops what has been overtaken before it was sent, and plans what is missing.
     *
     * @return how many deliveries were added
     */
    int plan(UUID campaign) {
        dropOvertaken(campaign);
        return corrections.plan(campaign) + count(PLAN, campaign, 5);
    }

    /** Drops what has been overtaken before it was sent; one at a time per campaign, so that two cannot deadlock. */
    void dropOvertaken(UUID campaign) {
        count("select 1 from pg_advisory_xact_lock(hashtextextended(?::text, 0))", campaign, 1);
        hashJoins.ahead();
        count(DROP_OVERTAKEN, campaign, 3);
        corrections.dropOvertaken(campaign);
    }

    private int count(String sql, UUID campaign, int parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int parameter = 1; parameter <= parameters; parameter++) {
                statement.setObject(parameter, campaign);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One of the affected; the first who is told by e-mail, if none is named. */
    Optional<Affected> one(UUID campaign, @Nullable UUID recipient) {
        hashJoins.ahead();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ONE)) {
            select.setObject(1, campaign);
            select.setObject(2, recipient);
            select.setObject(3, recipient);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                @Nullable String reason = row.getString(2);
                return Optional.of(new Affected(
                        row.getObject(1, UUID.class),
                        reason == null ? null : LetterReason.valueOf(reason),
                        row.getString(3),
                        Contact.open(vault, row.getObject(1, UUID.class), row.getBytes(4)),
                        row.getString(5).equals("LEGAL_ENTITY"),
                        row.getString(6)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For each of the worst cases the recipient who is it; of several the first. Opens everybody once. */
    SortedMap<WorstCase, UUID> worst(UUID campaign) {
        hashJoins.ahead();
        WorstRecipients worst = new WorstRecipients();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(EVERYBODY)) {
            select.setFetchSize(FETCH);
            select.setObject(1, campaign);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID recipient = row.getObject(1, UUID.class);
                    int items = row.getInt(2);
                    int incidents = row.getInt(3);
                    Contact.tryToOpen(vault, recipient, row.getBytes(4))
                            .ifPresent(contact -> worst.see(recipient, contact, items, incidents));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return worst.found();
    }

    /** Lets the planner of the database know that a queue has appeared. */
    void analyze() {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("analyze delivery, delivery_state");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Recipients by what is planned for them.
     *
     * @param noAddress have no address of any kind, so nothing can be planned
     */
    record Counts(long email, long letter, long noAddress, SortedMap<LetterReason, Long> letterReasons) {}

    /** One recipient and what he is told. */
    record Affected(
            UUID recipient,
            @Nullable LetterReason reason,
            String told,
            Contact contact,
            boolean legalEntity,
            String inquiryNumber) {

        MessageData.Addressee addressee() {
            return new MessageData.Addressee(contact.addressee(), legalEntity, inquiryNumber);
        }

        /** Personal data. */
        @Override
        public String toString() {
            return "Affected[" + recipient + "]";
        }
    }
}

package org.teishutsu.notify.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.correction.Retracted;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.vault.Sealing;
import org.teishutsu.notify.vault.Vault;
import org.teishutsu.notify.vault.VaultException;

/** The queue: claims and settles, each in one statement that is a transaction of its own. */
@Singleton
class Outbox {

    /**
     * The process's own row is locked against recovery: a claim either is seen by whoever declares the process dead, or
     * does not happen. Only columns in no index are changed, so that the update stays on the page.
     */
    static final String CLAIM = """
            with me as materialized (
                select id from delivery_process where id = ? and alive_until > clock_timestamp() for share
            ), free as (
                select s.delivery_id
                from delivery_state s
                where s.campaign_id = ? and s.state = 'QUEUED' and s.channel = 'EMAIL' and s.claimed_by is null
                    and exists (select from me)
                order by s.delivery_id
                limit ?
                for update of s skip locked
            ), claimed as (
                update delivery_state s
                set claimed_by = (select id from me), claim_token = nextval('delivery_claim_token')
                from free
                where s.delivery_id = free.delivery_id
                returning s.delivery_id, s.claim_token, s.campaign_id, s.attempts, s.first_tried_at, s.admitted,
                    s.policy_refusals
            )
            select c.delivery_id, c.claim_token, c.campaign_id, c.attempts, c.first_tried_at,
                d.told, d.recipient_id, r.party, r.contact, r.inquiry_number, c.admitted, c.policy_refusals,
                d.wording_id, %s
            from claimed c
            join delivery d on d.id = c.delivery_id
            join recipient r on r.id = d.recipient_id
            order by c.delivery_id
            """.formatted(Retracted.OF_DELIVERY);

    /** A claim holds a share of the row of its process to its end. */
    private static final String AWAIT_CLAIM = "select id from delivery_process where id = ? for update";

    private static final String RELEASE_LOST = """
            update delivery_state set claimed_by = null
            where claimed_by = ? and state = 'QUEUED' and channel = 'EMAIL' and claim_token <> all (?)
            """;

    /**
     * Only the last claim may settle. One whose process was given up in the meantime still may, as long as nobody has
     * claimed the delivery again: the mail server's word is better than none. A refused e-mail opens the next channel at
     * once, unless its recipient is not to be told any more; for a correction the plan does. A refusal by policy is the recipient's own if it comes again after his domain has taken enough others.
     */
    static final String SETTLE = """
            with key as materialized (
                select hold_vault_key('SEALING', ?) as held
            ), stamp as materialized (
                select domain_now() as at
            ), answer as (
                select a.*, a.result = 'POLICY' and m.witnesses >= ? as alone
                from unnest(?::uuid[], ?::bigint[], ?::text[], ?::bytea[], ?::timestamptz[], ?::uuid[])
                    as a (delivery_id, token, result, reply, due_at, domain_id)
                cross join key
                left join mail_domain m on m.id = a.domain_id
                where key.held
            ), settled as (
                update delivery_state s
                set state = case
                        when a.result = 'RELEASED' then 'QUEUED'
                        when a.result = 'POLICY' and a.alone and s.policy_refusals > 0 then 'REJECTED'
                        when a.result in ('POLICY', 'HELD') then 'DEFERRED'
                        else a.result end,
                    claimed_by = null,
                    attempts = s.attempts + case when a.result in ('RELEASED', 'HELD') then 0 else 1 end,
                    first_tried_at = case when a.result in ('DEFERRED', 'UNCERTAIN', 'POLICY')
                        then coalesce(s.first_tried_at, stamp.at) else s.first_tried_at end,
                    admitted = s.admitted and a.result = 'RELEASED',
                    policy_refusals = s.policy_refusals + case when a.result = 'POLICY' then 1 else 0 end
                from answer a, stamp
                where s.delivery_id = a.delivery_id and s.claim_token = a.token
                    and (s.state = 'QUEUED'
                        or (s.state in ('UNCERTAIN', 'DEFERRED') and a.result in ('SENT', 'REJECTED')))
                returning s.delivery_id, s.campaign_id, s.attempts, s.state, s.policy_refusals, a.result, a.reply,
                    a.due_at, a.domain_id
            ), deferred as (
                insert into delivery_deferred (delivery_id, campaign_id, due_at, attempt, domain_id, refused)
                select delivery_id, campaign_id, coalesce(due_at, 'infinity'), attempts, domain_id, policy_refusals > 0
                from settled
                where state = 'DEFERRED'
            ), event as (
                insert into delivery_event (delivery_id, state, recorded_at, reply)
                select delivery_id, case state when 'DEFERRED' then 'QUEUED' else state end, stamp.at, reply
                from settled, stamp
                where result not in ('RELEASED', 'HELD')
            ), letter as (
                insert into delivery (id, campaign_id, recipient_id, channel, try_no, address_reason, told, recorded_at)
                select time_ordered_uuid(), d.campaign_id, d.recipient_id, 'LETTER', d.try_no, 'REFUSED', d.told,
                    stamp.at
                from settled join delivery d on d.id = settled.delivery_id join recipient r on r.id = d.recipient_id,
                    stamp
                where settled.state = 'REJECTED' and r.has_address and d.purpose = 'NOTICE'
                    and not is_closed(d.recipient_id, d.told)
                on conflict do nothing
                returning id, campaign_id
            ), letter_state as (
                insert into delivery_state (delivery_id, campaign_id, channel, state)
                select id, campaign_id, 'LETTER', 'QUEUED' from letter
            )
            select (select held from key), (select count(*) from settled)
            """;

    private static final Logger LOG = Logger.getLogger(Outbox.class);
    private static final TypeReference<Map<String, Long>> TOLD = new TypeReference<>() {};

    private final DataSource dataSource;
    private final ObjectMapper json;
    private final Vault vault;
    private final DeliveryConfig config;

    Outbox(DataSource dataSource, ObjectMapper json, Vault vault, DeliveryConfig config) {
        this.config = config;
        this.dataSource = dataSource;
        this.json = json;
        this.vault = vault;
    }

    /** Takes up to so many deliveries of a campaign into a living process's hands, the oldest first. */
    List<Claim> claim(long process, UUID campaign, int most) {
        List<Claim> claims = new ArrayList<>(most);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setLong(1, process);
            claim.setObject(2, campaign);
            claim.setInt(3, most);
            try (ResultSet row = claim.executeQuery()) {
                while (row.next()) {
                    claims.add(read(process, row));
                }
            }
        } catch (SQLException e) {
            throw new OutboxException("claim", e);
        }
        return claims;
    }

    /**
     * Gives back what a process had claimed and never learned of, because the answer was lost: no sender has it. Only for
     * the thread that claims; waits until the database is through with a claim that is still under way.
     *
     * @param held the tokens it did learn of
     */
    int releaseLost(long process, Collection<Long> held) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement await = connection.prepareStatement(AWAIT_CLAIM);
                PreparedStatement release = connection.prepareStatement(RELEASE_LOST)) {
            await.setLong(1, process);
            await.execute();
            release.setLong(1, process);
            release.setArray(2, connection.createArrayOf("bigint", held.toArray()));
            return release.executeUpdate();
        } catch (SQLException e) {
            throw new OutboxException("release what was lost", e);
        }
    }

    private Claim read(long process, ResultSet row) throws SQLException {
        @Nullable OffsetDateTime firstTried = row.getObject(5, OffsetDateTime.class);
        return new Claim(
                row.getObject(1, UUID.class),
                process,
                row.getLong(2),
                row.getObject(3, UUID.class),
                recipient(row),
                told(row.getString(6)),
                correction(row),
                row.getInt(4),
                firstTried == null ? null : firstTried.toInstant(),
                row.getBoolean(11),
                row.getInt(12));
    }

    private Claim.@Nullable Correction correction(ResultSet row) throws SQLException {
        @Nullable UUID wording = row.getObject(13, UUID.class);
        return wording == null ? null : new Claim.Correction(wording, Retracted.read(json, row.getString(14)));
    }

    /** Whose data does not open stays in the queue, and holds up nobody else. */
    private Claim.Recipient recipient(ResultSet row) throws SQLException {
        boolean legalEntity = row.getString(8).equals("LEGAL_ENTITY");
        String inquiryNumber = row.getString(10);
        try {
            Contact contact = Contact.open(vault, row.getObject(7, UUID.class), row.getBytes(9));
            String email = contact.email() == null ? "" : contact.email();
            return new Claim.Recipient(contact.addressee(), legalEntity, email, inquiryNumber, true);
        } catch (VaultException closed) {
            LOG.errorf(closed, "The recipient of delivery %s cannot be read", row.getObject(1));
            return new Claim.Recipient("", legalEntity, "", inquiryNumber, false);
        }
    }

    private Map<String, Long> told(String stored) {
        try {
            return json.readValue(stored, TOLD);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A delivery does not say what it tells", e);
        }
    }

    /**
     * Records what became of claims.
     *
     * @return how many counted; the others' deliveries had been claimed anew or settled by a person
     */
    int settle(List<Settlement> settlements) {
        OptionalInt settled = trySettle(settlements, vault.current());
        while (settled.isEmpty()) {
            // The keys have been changed meanwhile.
            settled = trySettle(settlements, vault.refreshed());
        }
        return settled.getAsInt();
    }

    private OptionalInt trySettle(List<Settlement> settlements, Sealing sealing) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement settle = connection.prepareStatement(SETTLE)) {
            settle.setInt(1, sealing.key());
            settle.setInt(2, config.domainWitnesses());
            settle.setArray(
                    3, array(connection, "uuid", settlements, s -> s.claim().delivery()));
            settle.setArray(
                    4, array(connection, "bigint", settlements, s -> s.claim().token()));
            settle.setArray(
                    5, array(connection, "text", settlements, s -> s.result().name()));
            // The driver writes an array of byte[] only if it is one.
            byte[][] replies = settlements.stream().map(s -> reply(sealing, s)).toArray(byte[][]::new);
            settle.setArray(6, connection.createArrayOf("bytea", replies));
            settle.setArray(7, array(connection, "timestamptz", settlements, Outbox::due));
            settle.setArray(8, array(connection, "uuid", settlements, Settlement::domain));
            try (ResultSet row = settle.executeQuery()) {
                row.next();
                return row.getBoolean(1) ? OptionalInt.of(row.getInt(2)) : OptionalInt.empty();
            }
        } catch (SQLException e) {
            throw new OutboxException("settle", e);
        }
    }

    private static byte @Nullable [] reply(Sealing sealing, Settlement settlement) {
        return settlement.reply() == null
                ? null
                : Reply.seal(sealing, settlement.claim().delivery(), settlement.reply());
    }

    private static @Nullable OffsetDateTime due(Settlement settlement) {
        return settlement.dueAt() == null ? null : settlement.dueAt().atOffset(ZoneOffset.UTC);
    }

    private static Array array(
            Connection connection,
            String type,
            List<Settlement> settlements,
            Function<Settlement, @Nullable Object> column)
            throws SQLException {
        return connection.createArrayOf(type, settlements.stream().map(column).toArray());
    }
}

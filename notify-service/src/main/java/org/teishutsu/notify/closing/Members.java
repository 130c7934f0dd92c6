package org.teishutsu.notify.closing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.leak.ItemSet;
import org.teishutsu.notify.exposure.ItemCatalogue;
import org.teishutsu.notify.exposure.ItemCatalogues;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.recipient.MaskedContact;
import org.teishutsu.notify.recipient.Party;
import org.teishutsu.notify.vault.Vault;

/** Whom closings are of. Joins the caller's transaction. */
@Singleton
class Members {

    /**
     * What the ledger holds of parties, and what they were told that is not so and is still to be corrected; of one campaign
     * or of all. Parameters: parties, campaign.
     */
    private static final String HELD = """
            with asked as materialized (
                select ?::uuid[] as parties, ?::uuid as campaign
            ), item as (
                select e.recipient_id, e.incident, e.mask
                from asked
                join exposure e on e.recipient_id = any (asked.parties) and e.withdrawn_at is null
                    and (asked.campaign is null
                        or e.incident in (select incident from campaign_incident where campaign_id = asked.campaign))
                union all
                select w.recipient_id, said.key, said.value::text::bigint
                from asked
                join wrong_message w on w.recipient_id = any (asked.parties)
                    and (asked.campaign is null or w.campaign_id = asked.campaign)
                cross join jsonb_each(w.told) said
            )
            select recipient_id, jsonb_object_agg(incident, mask) as covers
            from (select recipient_id, incident, bit_or(mask) as mask from item group by 1, 2) held
            group by recipient_id
            """;

    private static final String ADD =
            "insert into closing_recipient (closing_id, recipient_id, covers) select ?, held.* from (" + HELD
                    + ") held";

    private static final String DIGEST = """
            select encode(sha256(convert_to(? || string_agg(recipient_id || ' ' || covers::text, chr(10)
                order by recipient_id), 'UTF8')), 'hex')
            from closing_recipient where closing_id = ?
            """;

    private static final String RECIPIENTS = "select recipient_id from closing_recipient where closing_id = ?";

    /** Of whom the ledger does not hold any more what was proposed. */
    private static final String CHANGED = "select count(*) from closing_recipient s left join (" + HELD
            + ") held on held.recipient_id = s.recipient_id and held.covers = s.covers"
            + " where s.closing_id = ? and held.recipient_id is null";

    private static final String LIFTED = """
            select closing_id, count(*) from closing_recipient
            where closing_id = any (?) and lifted_at is not null
            group by closing_id
            """;

    private static final String LIFT = """
            update closing_recipient set lifted_at = ?, lifted_by = ?, lift_reason = ?
            where closing_id = ? and recipient_id = ? and lifted_at is null
            """;

    private static final String PAGE = """
            select s.recipient_id, r.party, r.contact, s.covers, s.lifted_at, s.lift_reason
            from closing_recipient s
            join recipient r on r.id = s.recipient_id
            where s.closing_id = ? and s.recipient_id > ?
            order by s.recipient_id
            limit ?
            """;

    private static final TypeReference<Map<String, Long>> COVERS = new TypeReference<>() {};

    private final DataSource dataSource;
    private final Vault vault;
    private final ItemCatalogues catalogues;
    private final ObjectMapper json;

    Members(DataSource dataSource, Vault vault, ItemCatalogues catalogues, ObjectMapper json) {
        this.dataSource = dataSource;
        this.vault = vault;
        this.catalogues = catalogues;
        this.json = json;
    }

    /** Puts parties on a list, with what the ledger holds of them; says how many: who is not affected is left out. */
    int add(UUID closing, Collection<UUID> parties, @Nullable UUID campaign) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setObject(1, closing);
            add.setArray(2, connection.createArrayOf("uuid", parties.toArray()));
            add.setObject(3, campaign);
            return add.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Over the list and what is said of it. */
    String digest(UUID closing, String proposed) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(DIGEST)) {
            select.setString(1, proposed + "\n");
            select.setObject(2, closing);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<UUID> recipients(UUID closing) {
        List<UUID> recipients = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(RECIPIENTS)) {
            select.setObject(1, closing);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    recipients.add(row.getObject(1, UUID.class));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return recipients;
    }

    /** Of how many the ledger does not hold any more what was proposed: items gained or lost, or merged with another. */
    long changed(UUID closing, Collection<UUID> recipients, @Nullable UUID campaign) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(CHANGED)) {
            select.setArray(1, connection.createArrayOf("uuid", recipients.toArray()));
            select.setObject(2, campaign);
            select.setObject(3, closing);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For how many each of them does not count any more; who is absent, for none. */
    Map<UUID, Long> lifted(Collection<UUID> closings) {
        Map<UUID, Long> lifted = new TreeMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(LIFTED)) {
            select.setArray(1, connection.createArrayOf("uuid", closings.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lifted.put(row.getObject(1, UUID.class), row.getLong(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return lifted;
    }

    /** Whether somebody was on the list for whom it counted until now. */
    boolean lift(UUID closing, UUID recipient, String reason, String by, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lift = connection.prepareStatement(LIFT)) {
            lift.setObject(1, now.atOffset(ZoneOffset.UTC));
            lift.setString(2, by);
            lift.setString(3, reason);
            lift.setObject(4, closing);
            lift.setObject(5, recipient);
            return lift.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those after an id, at most so many. */
    List<ClosingView.Member> after(UUID closing, @Nullable UUID recipient, int most) {
        List<ClosingView.Member> members = new ArrayList<>();
        ItemCatalogue catalogue = catalogues.current();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setObject(1, closing);
            select.setObject(2, recipient == null ? new UUID(0, 0) : recipient);
            select.setInt(3, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    members.add(member(row, catalogue));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return members;
    }

    private ClosingView.Member member(ResultSet row, ItemCatalogue catalogue) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        @Nullable OffsetDateTime lifted = row.getObject(5, OffsetDateTime.class);
        return new ClosingView.Member(
                id,
                Party.valueOf(row.getString(2)),
                Contact.tryToOpen(vault, id, row.getBytes(3))
                        .map(MaskedContact::of)
                        .orElse(MaskedContact.UNREADABLE),
                items(row.getString(4), catalogue),
                lifted == null ? null : lifted.toInstant(),
                row.getString(6));
    }

    private Map<String, ItemSet> items(String covers, ItemCatalogue catalogue) {
        Map<String, ItemSet> items = new TreeMap<>();
        try {
            json.readValue(covers, COVERS).forEach((incident, mask) -> items.put(incident, catalogue.itemsOf(mask)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return items;
    }
}

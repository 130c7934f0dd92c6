package org.teishutsu.notify.desk;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.inquiry.InquiryNumber;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.recipient.ContactKeys;
import org.teishutsu.notify.recipient.MaskedContact;
import org.teishutsu.notify.recipient.Party;
import org.teishutsu.notify.recipient.RecipientStatus;
import org.teishutsu.notify.vault.Vault;

/** Finds recipients by keyed hashes and keeps the log of it. Joins the caller's transaction. */
@Singleton
class Lookups {

    /** Whoever was merged is the one he was merged with. */
    private static final String FIND = """
            select s.id, s.party, s.status, s.contact
            from recipient s
            where s.id in (
                select coalesce(m.survivor_id, k.id)
                from recipient k
                left join recipient_merge m on m.recipient_id = k.id
                where %s)
            order by s.no
            """;

    private static final String LOG = """
            insert into lookup (id, by_what, reason, found, recorded_at, recorded_by) values (?, ?, ?, ?, ?, ?)
            """;

    private static final String LOG_FOUND = "insert into lookup_found (lookup_id, recipient_id) values (?, ?)";

    private static final String PAGE = """
            select id, by_what, reason, found, recorded_at, recorded_by from lookup where id > ? order by id limit ?
            """;

    private static final String OF_RECIPIENT = """
            select l.recorded_by, l.recorded_at
            from lookup_found f join lookup l on l.id = f.lookup_id
            where f.lookup_id = ? and f.recipient_id = ?
            """;

    private final DataSource dataSource;
    private final Vault vault;

    Lookups(DataSource dataSource, Vault vault) {
        this.dataSource = dataSource;
        this.vault = vault;
    }

    /** Who looked somebody up, and when. */
    record By(String who, Instant at) {}

    List<LookupView.Found> find(LookupRequest request, LookupRequest.Way way) {
        if (way == LookupRequest.Way.INQUIRY_NUMBER) {
            Optional<InquiryNumber> number = InquiryNumber.parse(String.valueOf(request.inquiryNumber()));
            return number.isEmpty()
                    ? List.of()
                    : found("k.inquiry_number = any(?)", "text", new String[] {
                        number.get().text()
                    });
        }
        String column = switch (way) {
            case CUSTOMER_NUMBER -> "customer_key";
            case EMAIL -> "email_key";
            default -> "name_postal_key";
        };
        return found("k." + column + " = any(?)", "bytea", hashes(request, way).toArray(byte[][]::new));
    }

    private List<byte[]> hashes(LookupRequest request, LookupRequest.Way way) {
        return vault.lookups(key -> switch (way) {
            case CUSTOMER_NUMBER ->
                ContactKeys.customer(
                        key, String.valueOf(request.customerNumber()).strip());
            case EMAIL -> ContactKeys.email(key, String.valueOf(request.email()));
            default ->
                ContactKeys.nameAndPostalCode(
                        key, String.valueOf(request.name()), String.valueOf(request.postalCode()));
        });
    }

    private List<LookupView.Found> found(String condition, String type, Object[] values) {
        List<LookupView.Found> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(FIND.formatted(condition))) {
            Array array = connection.createArrayOf(type, values);
            select.setArray(1, array);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID id = row.getObject(1, UUID.class);
                    Optional<Contact> contact = Contact.tryToOpen(vault, id, row.getBytes(4));
                    found.add(new LookupView.Found(
                            id,
                            Party.valueOf(row.getString(2)),
                            RecipientStatus.valueOf(row.getString(3)),
                            contact.map(MaskedContact::of).orElse(MaskedContact.UNREADABLE),
                            contact.map(Contact::mobile).isPresent(),
                            null));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    void log(
            UUID id,
            LookupRequest.Way way,
            String reason,
            int found,
            List<LookupView.Found> shown,
            String by,
            Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement log = connection.prepareStatement(LOG);
                PreparedStatement logFound = connection.prepareStatement(LOG_FOUND)) {
            log.setObject(1, id);
            log.setString(2, way.name());
            log.setString(3, reason);
            log.setInt(4, found);
            log.setObject(5, now.atOffset(ZoneOffset.UTC));
            log.setString(6, by);
            log.executeUpdate();
            for (LookupView.Found one : shown) {
                logFound.setObject(1, id);
                logFound.setObject(2, one.id());
                logFound.addBatch();
            }
            logFound.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those after an id, one more than the limit if there are more. */
    List<LookupView.Logged> after(@Nullable UUID id, int limit) {
        List<LookupView.Logged> logged = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setObject(1, id == null ? new UUID(0, 0) : id);
            select.setInt(2, limit + 1);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    logged.add(new LookupView.Logged(
                            row.getObject(1, UUID.class),
                            LookupRequest.Way.valueOf(row.getString(2)),
                            row.getString(3),
                            row.getInt(4),
                            row.getObject(5, OffsetDateTime.class).toInstant(),
                            row.getString(6)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return logged;
    }

    /** Whether a number is registered on which somebody can be called back. */
    boolean hasMobile(UUID recipient) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select mobile_tag is not null from recipient where id = ?")) {
            select.setObject(1, recipient);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty if the look-up did not find this recipient. */
    Optional<By> of(UUID lookup, UUID recipient) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(OF_RECIPIENT)) {
            select.setObject(1, lookup);
            select.setObject(2, recipient);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new By(
                                row.getString(1),
                                row.getObject(2, OffsetDateTime.class).toInstant()))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

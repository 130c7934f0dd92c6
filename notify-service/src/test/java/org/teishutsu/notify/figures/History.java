package org.teishutsu.notify.figures;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Facts as a test tells them: kept here for counting by hand, and written to the database for counting by SQL. */
final class History {

    record Recipient(UUID id, boolean address, boolean email) {}

    record Exposure(
            Recipient recipient,
            String incident,
            long mask,
            Instant from,
            @Nullable Instant until) {

        boolean openAt(Instant asOf) {
            return !from.isAfter(asOf) && (until == null || until.isAfter(asOf));
        }
    }

    record Delivery(UUID id, Recipient recipient, String channel, int tryNo, Map<String, Long> told, Instant at) {}

    record Event(Delivery delivery, String state, Instant at) {}

    record Inquiry(
            UUID id,
            @Nullable Recipient recipient,
            String kind,
            @Nullable String finding,
            @Nullable UUID follows,
            Instant at) {}

    static final List<String> INCIDENTS = List.of("2016-attack", "2017-attack");
    static final Duration EMAIL_WAIT = Duration.ofDays(14);
    static final Duration LETTER_WAIT = Duration.ofDays(30);

    final Instant start;
    final List<Recipient> recipients = new ArrayList<>();
    final List<Exposure> exposures = new ArrayList<>();
    final List<Delivery> deliveries = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    final List<Inquiry> inquiries = new ArrayList<>();

    History(Instant start) {
        this.start = start;
    }

    Recipient recipient(boolean address, boolean email) {
        Recipient recipient = new Recipient(UUID.randomUUID(), address, email);
        recipients.add(recipient);
        return recipient;
    }

    Exposure expose(Recipient recipient, String incident, long mask, Instant at) {
        Exposure exposure = new Exposure(recipient, incident, mask, at, null);
        exposures.add(exposure);
        return exposure;
    }

    void withdraw(Exposure exposure, Instant at) {
        exposures.remove(exposure);
        exposures.add(new Exposure(exposure.recipient(), exposure.incident(), exposure.mask(), exposure.from(), at));
    }

    Optional<Exposure> open(Recipient recipient, String incident) {
        return exposures.stream()
                .filter(x -> x.recipient() == recipient && x.incident().equals(incident) && x.until() == null)
                .findFirst();
    }

    /** A delivery that tells everything that is known of the recipient at the instant. */
    Delivery plan(Recipient recipient, String channel, Instant at) {
        Map<String, Long> told = new TreeMap<>();
        exposures.stream()
                .filter(x -> x.recipient() == recipient && x.openAt(at))
                .forEach(x -> told.put(x.incident(), x.mask()));
        int tryNo = 1
                + (int) deliveries.stream()
                        .filter(d -> d.recipient() == recipient && d.channel().equals(channel))
                        .count();
        Delivery delivery = new Delivery(UUID.randomUUID(), recipient, channel, tryNo, told, at);
        deliveries.add(delivery);
        return delivery;
    }

    Event happened(Delivery delivery, String state, Instant at) {
        Event event = new Event(delivery, state, at);
        events.add(event);
        return event;
    }

    Inquiry asked(
            @Nullable Recipient recipient, String kind, @Nullable String finding, @Nullable UUID follows, Instant at) {
        Inquiry inquiry = new Inquiry(UUID.randomUUID(), recipient, kind, finding, follows, at);
        inquiries.add(inquiry);
        return inquiry;
    }

    /** Writes all of it, in the order in which it was recorded. */
    void write(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            UUID list = UUID.randomUUID();
            for (String incident : INCIDENTS) {
                writeList(connection, incident, incident.equals(INCIDENTS.get(0)) ? list : UUID.randomUUID());
            }
            writeRecipients(connection, list);
            writeExposures(connection, list);
            writeDeliveries(connection);
            writeEvents(connection);
            writeInquiries(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void writeList(Connection connection, String incident, UUID id) throws SQLException {
        insert(connection, """
                insert into import (id, incident, state, received_at, received_by, applied_at, applied_by)
                values (?, ?, 'APPLIED', ?, 'officer', ?, 'approver')
                """, id, incident, start, start);
    }

    private void writeRecipients(Connection connection, UUID list) throws SQLException {
        for (Recipient recipient : recipients) {
            String no = recipient.id().toString();
            insert(
                    connection,
                    """
                    insert into recipient (id, party, status, customer_key, name_key, name_tag, contact, email_key,
                        has_address, inquiry_number, recorded_at, import_id)
                    values (?, 'INDIVIDUAL', 'CURRENT', convert_to(?, 'UTF8'), '', 0, '', convert_to(?, 'UTF8'), ?, ?, ?, ?)
                    """,
                    recipient.id(),
                    no,
                    recipient.email() ? no + "@example.jp" : null,
                    recipient.address(),
                    no,
                    start,
                    list);
        }
    }

    private void writeExposures(Connection connection, UUID list) throws SQLException {
        for (Exposure exposure : exposures) {
            insert(
                    connection,
                    """
                    insert into exposure (recipient_id, incident, mask, recorded_at, withdrawn_at, reason, withdrawn_by,
                        import_id)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    exposure.recipient().id(),
                    exposure.incident(),
                    exposure.mask(),
                    exposure.from(),
                    exposure.until(),
                    exposure.until() == null ? null : "CHANGED",
                    exposure.until() == null ? null : list,
                    list);
        }
    }

    private void writeDeliveries(Connection connection) throws SQLException {
        // Figures read no campaign, so these deliveries belong to none: foreign keys are not looked at meanwhile.
        execute(connection, "set session_replication_role = replica");
        UUID campaign = UUID.randomUUID();
        for (Delivery delivery : deliveries) {
            insert(
                    connection,
                    """
                    insert into delivery (id, campaign_id, recipient_id, channel, try_no, told, recorded_at)
                    values (?, ?, ?, ?, ?, ?::jsonb, ?)
                    """,
                    delivery.id(),
                    campaign,
                    delivery.recipient().id(),
                    delivery.channel(),
                    delivery.tryNo(),
                    told(delivery.told()),
                    delivery.at());
        }
        execute(connection, "set session_replication_role = origin");
    }

    private void writeEvents(Connection connection) throws SQLException {
        for (Event event : events) {
            insert(
                    connection,
                    "insert into delivery_event (delivery_id, state, recorded_at) values (?, ?, ?)",
                    event.delivery().id(),
                    event.state(),
                    event.at());
        }
    }

    private void writeInquiries(Connection connection) throws SQLException {
        for (Inquiry inquiry : inquiries) {
            insert(
                    connection,
                    """
                    insert into inquiry (id, received_at, channel, kind, finding, recipient_id, follows, recorded_at,
                        recorded_by)
                    values (?, ?, 'TELEPHONE', ?, ?, ?, ?, ?, 'desk')
                    """,
                    inquiry.id(),
                    inquiry.at(),
                    inquiry.kind(),
                    inquiry.finding(),
                    inquiry.recipient() == null ? null : inquiry.recipient().id(),
                    inquiry.follows(),
                    inquiry.at());
        }
    }

    private static String told(Map<String, Long> told) {
        StringBuilder json = new StringBuilder("{");
        told.forEach((incident, mask) -> json.append(json.length() > 1 ? "," : "")
                .append('"')
                .append(incident)
                .append("\":")
                .append(mask));
        return json.append('}').toString();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void insert(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] instanceof Instant instant) {
                    insert.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
                } else if (values[i] == null) {
                    insert.setNull(i + 1, Types.NULL);
                } else {
                    insert.setObject(i + 1, values[i]);
                }
            }
            insert.executeUpdate();
        }
    }
}

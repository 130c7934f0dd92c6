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
import java.util.LinkedHashMap;
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

    /** What a delivery by telephone stands for; or a call in which nobody was told. */
    record Call(
            UUID id,
            Recipient recipient,
            String outcome,
            @Nullable Delivery delivery,
            Instant at) {}

    /** Of one recipient; {@code reason} is null where something public stands in place of a message. */
    record Closing(
            UUID id,
            Recipient recipient,
            @Nullable String reason,
            Map<String, Long> covers,
            @Nullable Instant released,
            @Nullable Instant lifted) {

        boolean countsAt(Instant asOf) {
            return released != null && !released.isAfter(asOf) && (lifted == null || lifted.isAfter(asOf));
        }
    }

    /** How a recipient could be written to until an instant. */
    record Reachable(Recipient recipient, boolean before, Instant until) {}

    static final List<String> INCIDENTS = List.of("2016-attack", "2017-attack");
    static final Duration EMAIL_WAIT = Duration.ofDays(14);
    static final Duration LETTER_WAIT = Duration.ofDays(30);

    final Instant start;
    final List<Recipient> recipients = new ArrayList<>();
    final List<Exposure> exposures = new ArrayList<>();
    final List<Delivery> deliveries = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    final List<Inquiry> inquiries = new ArrayList<>();
    final List<Call> calls = new ArrayList<>();
    final List<Reachable> contacts = new ArrayList<>();
    final List<Closing> closings = new ArrayList<>();
    /** Corrections, and the messages that each puts right. */
    final Map<Delivery, List<Delivery>> corrections = new LinkedHashMap<>();

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
        Map<String, Long> told = known(recipient, at);
        int tryNo = 1
                + (int) deliveries.stream()
                        .filter(d -> d.recipient() == recipient && d.channel().equals(channel))
                        .count();
        Delivery delivery = new Delivery(UUID.randomUUID(), recipient, channel, tryNo, told, at);
        deliveries.add(delivery);
        return delivery;
    }

    /** Whoever was told more than is known gets a correction that names every message that said so. */
    void correct(Recipient recipient, String channel, Instant at) {
        List<Delivery> wrong = deliveries.stream()
                .filter(d -> d.recipient() == recipient && arrived(d, at))
                .filter(d -> correctionsOf(d, at).isEmpty() && saysMore(d, known(recipient, at)))
                .toList();
        if (!wrong.isEmpty()) {
            corrections.put(plan(recipient, channel, at), wrong);
        }
    }

    /** Whether it was sent, or said, and has not come back. */
    boolean arrived(Delivery delivery, Instant asOf) {
        return events.stream()
                .filter(e -> e.delivery() == delivery && !e.at().isAfter(asOf))
                .map(Event::state)
                .reduce((earlier, later) -> later)
                .filter(List.of("SENT", "DELIVERED", "POSTED")::contains)
                .isPresent();
    }

    /** The corrections of a message that were sent. */
    List<Delivery> correctionsOf(Delivery delivery, Instant asOf) {
        return corrections.entrySet().stream()
                .filter(c -> c.getValue().contains(delivery) && arrived(c.getKey(), asOf))
                .map(Map.Entry::getKey)
                .toList();
    }

    static boolean saysMore(Delivery delivery, Map<String, Long> holds) {
        return delivery.told().entrySet().stream()
                .anyMatch(said -> (said.getValue() & ~holds.getOrDefault(said.getKey(), 0L)) != 0);
    }

    Map<String, Long> known(Recipient recipient, Instant at) {
        Map<String, Long> known = new TreeMap<>();
        exposures.stream()
                .filter(x -> x.recipient() == recipient && x.openAt(at))
                .forEach(x -> known.put(x.incident(), x.mask()));
        return known;
    }

    /** A call in which somebody was told is a delivery that has arrived. */
    void called(Recipient recipient, String outcome, Instant at) {
        Delivery delivery = null;
        if (outcome.equals("TOLD")) {
            delivery = plan(recipient, "TELEPHONE", at);
            happened(delivery, "DELIVERED", at);
        }
        calls.add(new Call(UUID.randomUUID(), recipient, outcome, delivery, at));
    }

    /** The recipient as he is now was reachable, or was not, until this instant. */
    void contactChanged(Recipient recipient, boolean reachableBefore, Instant at) {
        contacts.add(new Reachable(recipient, reachableBefore, at));
    }

    /** Whether there was an e-mail or address at an instant. */
    boolean reachable(Recipient recipient, Instant asOf) {
        return contacts.stream()
                .filter(c -> c.recipient() == recipient && c.until().isAfter(asOf))
                .findFirst()
                .map(Reachable::before)
                .orElse(recipient.email() || recipient.address());
    }

    /** Covers what was known when it was proposed; never released if there is no instant. */
    void close(Recipient recipient, @Nullable String reason, Instant proposed, @Nullable Instant released) {
        closings.add(new Closing(UUID.randomUUID(), recipient, reason, known(recipient, proposed), released, null));
    }

    void lift(Closing closing, Instant at) {
        closings.remove(closing);
        closings.add(new Closing(
                closing.id(), closing.recipient(), closing.reason(), closing.covers(), closing.released(), at));
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
            writeClosings(connection);
            writeContacts(connection);
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
        for (String incident : INCIDENTS) {
            insert(connection, "insert into campaign_incident values (?, ?, 0, date '2016-01-01')", campaign, incident);
        }
        for (Delivery delivery : deliveries) {
            insert(
                    connection,
                    """
                    insert into delivery (id, campaign_id, recipient_id, channel, try_no, told, purpose, recorded_at)
                    values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                    """,
                    delivery.id(),
                    campaign,
                    delivery.recipient().id(),
                    delivery.channel(),
                    delivery.tryNo(),
                    told(delivery.told()),
                    corrections.containsKey(delivery) ? "CORRECTION" : "NOTICE",
                    delivery.at());
        }
        for (Map.Entry<Delivery, List<Delivery>> correction : corrections.entrySet()) {
            for (Delivery retracted : correction.getValue()) {
                insert(
                        connection,
                        "insert into correction_of values (?, ?, date '2017-08-01')",
                        correction.getKey().id(),
                        retracted.id());
            }
        }
        for (Call call : calls) {
            insert(
                    connection,
                    """
                    insert into telephone_call (id, campaign_id, recipient_id, outcome, identity_check_id, delivery_id,
                        called_at, recorded_at, recorded_by)
                    values (?, ?, ?, ?, ?, ?, ?, ?, 'desk')
                    """,
                    call.id(),
                    campaign,
                    call.recipient().id(),
                    call.outcome(),
                    call.delivery() == null ? null : UUID.randomUUID(),
                    call.delivery() == null ? null : call.delivery().id(),
                    call.at(),
                    call.at());
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

    private void writeContacts(Connection connection) throws SQLException {
        for (Reachable contact : contacts) {
            insert(
                    connection,
                    """
                    insert into contact_change (id, recipient_id, fields, source, ground, proposed, contact,
                        reachable_before, state, recorded_at, recorded_by, released_at, released_by)
                    values (?, ?, '{ADDRESS}', 'POST', '', '', '', ?, 'RELEASED', ?, 'officer', ?, 'approver')
                    """,
                    UUID.randomUUID(),
                    contact.recipient().id(),
                    contact.before(),
                    start,
                    contact.until());
        }
    }

    private void writeClosings(Connection connection) throws SQLException {
        for (Closing closing : closings) {
            insert(
                    connection,
                    """
                    insert into closing (id, kind, reason, ground, members, digest, state, recorded_at, recorded_by,
                        released_at, released_by)
                    values (?, ?, ?, '', 1, '', ?, ?, 'officer', ?, ?)
                    """,
                    closing.id(),
                    closing.reason() == null ? "SUBSTITUTED" : "CLOSED",
                    closing.reason(),
                    closing.released() == null ? "PROPOSED" : "RELEASED",
                    start,
                    closing.released(),
                    closing.released() == null ? null : "approver");
            insert(
                    connection,
                    """
                    insert into closing_recipient (closing_id, recipient_id, covers, lifted_at, lifted_by, lift_reason)
                    values (?, ?, ?::jsonb, ?, ?, ?)
                    """,
                    closing.id(),
                    closing.recipient().id(),
                    told(closing.covers()),
                    closing.lifted(),
                    closing.lifted() == null ? null : "officer",
                    closing.lifted() == null ? null : "");
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

package org.teishutsu.notify.posting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.teishutsu.notify.correction.Retracted;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.vault.Vault;

/** Letters that wait to be printed, and what becomes of them. Joins the caller's transaction. */
@Singleton
class LetterQueue {
    /** One at a time over all processes: who prints, and who tidies up the folder. */
    private static final String LOCK = "select 1 from pg_advisory_xact_lock(20170802)";

    private static final String DUE = """
            select s.delivery_id, d.told::text, r.id, r.party, r.contact, r.inquiry_number, s.state = 'DEFERRED', %s
            from delivery_state s
            join delivery d on d.id = s.delivery_id
            join recipient r on r.id = d.recipient_id
            where s.campaign_id = ? and s.channel = 'LETTER' and s.state = ? and d.purpose = ?
            order by s.delivery_id
            limit ?
            for update of s skip locked
            """.formatted(Retracted.OF_DELIVERY);

    private static final String COUNT = """
            select count(*) from delivery_state s
            join delivery d on d.id = s.delivery_id
            where s.campaign_id = ? and s.channel = 'LETTER' and s.state = 'QUEUED' and d.purpose = ?
            """;

    private static final String PRINTED = """
            with stamp as materialized (
                select domain_now() as at
            ), letters as (
                select * from unnest(?::uuid[], ?::integer[], ?::integer[], ?::integer[])
                    as l (delivery_id, sequence, first_page, pages)
            ), batch as (
                insert into letter_batch
                    (id, campaign_id, template_id, dated, letters, pages, sha256, recorded_at, recorded_by)
                select ?, ?, ?, ?, count(*), sum(pages), ?, stamp.at, ? from letters, stamp group by stamp.at
                returning id
            ), printed as (
                update delivery_state s set state = 'PRINTED' from letters l
                where s.delivery_id = l.delivery_id and s.state in ('QUEUED', 'DEFERRED')
                returning s.delivery_id
            ), event as (
                insert into delivery_event (delivery_id, state, recorded_at, recorded_by)
                select p.delivery_id, 'PRINTED', stamp.at, ? from printed p, stamp
            ), placed as (
                insert into letter (delivery_id, batch_id, sequence, first_page, pages)
                select l.delivery_id, batch.id, l.sequence, l.first_page, l.pages from letters l, batch
            )
            select count(*) from printed
            """;

    private static final String PUT_ASIDE = """
            with stamp as materialized (
                select domain_now() as at
            ), aside as (
                update delivery_state s set state = 'DEFERRED'
                from unnest(?::uuid[], ?::text[]) as a (delivery_id, reason)
                where s.delivery_id = a.delivery_id and s.state = 'QUEUED'
                returning s.delivery_id, a.reason
            ), event as (
                insert into delivery_event (delivery_id, state, recorded_at, note)
                select delivery_id, 'QUEUED', stamp.at, reason from aside, stamp
            )
            select count(*) from aside
            """;

    private static final TypeReference<Map<String, Long>> TOLD = new TypeReference<>() {};

    private final DataSource dataSource;
    private final Vault vault;
    private final ObjectMapper json;

    LetterQueue(DataSource dataSource, Vault vault, ObjectMapper json) {
        this.dataSource = dataSource;
        this.vault = vault;
        this.json = json;
    }

    /** Waits for whoever prints, and keeps others waiting to the end of the transaction. */
    void lock() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first that wait, held, notices or corrections; those that could not be printed before come last. */
    List<DueLetter> due(UUID campaign, boolean corrections, int most) {
        List<DueLetter> due = new ArrayList<>(select(campaign, corrections, "QUEUED", most));
        if (due.size() < most) {
            due.addAll(select(campaign, corrections, "DEFERRED", most - due.size()));
        }
        return due;
    }

    private static String purpose(boolean corrections) {
        return corrections ? "CORRECTION" : "NOTICE";
    }

    private List<DueLetter> select(UUID campaign, boolean corrections, String state, int most) {
        List<DueLetter> due = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(DUE)) {
            select.setObject(1, campaign);
            select.setString(2, state);
            select.setString(3, purpose(corrections));
            select.setInt(4, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    due.add(new DueLetter(
                            row.getObject(1, UUID.class),
                            json.readValue(row.getString(2), TOLD),
                            Retracted.read(json, row.getString(8)),
                            Contact.tryToOpen(vault, row.getObject(3, UUID.class), row.getBytes(5)),
                            row.getString(4).equals("LEGAL_ENTITY"),
                            row.getString(6),
                            row.getBoolean(7)));
                }
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("The letters that wait cannot be read", e);
        }
        return due;
    }

    /** How many wait and could be printed. */
    long count(UUID campaign, boolean corrections) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(COUNT)) {
            select.setObject(1, campaign);
            select.setString(2, purpose(corrections));
            return one(select);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Records a batch and its letters as printed. */
    void printed(NewBatch batch, List<PrintedLetter> letters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement print = connection.prepareStatement(PRINTED)) {
            print.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid",
                            letters.stream().map(PrintedLetter::delivery).toArray()));
            print.setArray(
                    2,
                    connection.createArrayOf(
                            "integer",
                            letters.stream().map(PrintedLetter::sequence).toArray()));
            print.setArray(
                    3,
                    connection.createArrayOf(
                            "integer",
                            letters.stream().map(PrintedLetter::firstPage).toArray()));
            print.setArray(
                    4,
                    connection.createArrayOf(
                            "integer",
                            letters.stream().map(PrintedLetter::pages).toArray()));
            print.setObject(5, batch.id());
            print.setObject(6, batch.campaign());
            print.setObject(7, batch.template());
            print.setObject(8, batch.dated());
            print.setString(9, batch.sha256());
            print.setString(10, batch.by());
            print.setString(11, batch.by());
            long printed = one(print);
            if (printed != letters.size()) {
                throw new IllegalStateException(
                        printed + " of " + letters.size() + " letters were still to be printed");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes letters that cannot be printed out of the way; says why once, however often it is tried. */
    void putAside(List<MadeBatch.PutAside> letters) {
        if (letters.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement aside = connection.prepareStatement(PUT_ASIDE)) {
            aside.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid",
                            letters.stream().map(MadeBatch.PutAside::delivery).toArray()));
            aside.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            letters.stream().map(MadeBatch.PutAside::reason).toArray()));
            one(aside);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long one(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}

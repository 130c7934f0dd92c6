package org.teishutsu.notify.campaign;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.Channel;
import org.teishutsu.common.time.Jst;
import org.teishutsu.notify.correction.Retracted;
import org.teishutsu.notify.delivery.Mailing.Composed;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.template.MessageData;
import org.teishutsu.notify.vault.Vault;

/** Shows a correction before it is sent, for one of those who wait for theirs. Joins the caller's transaction. */
@Singleton
class CorrectionExamples {

    /** Parameters: the campaign, the recipient twice, the campaign. */
    private static final String EXAMPLE = """
            with chosen as (
                select r.id, r.contact, r.party, r.inquiry_number
                from wrong_message w
                join recipient r on r.id = w.recipient_id
                where w.campaign_id = ? and w.state <> 'UNCERTAIN' and (?::uuid is null or r.id = ?)
                order by r.no
                limit 1
            )
            select c.id, c.contact, c.party, c.inquiry_number,
                coalesce((
                    select jsonb_object_agg(e.incident, e.mask) from exposure e
                    where e.recipient_id = c.id and e.withdrawn_at is null
                        and e.incident in (select incident from campaign_incident i where i.campaign_id = said.campaign_id)
                    ), '{}')::text,
                said.retracted
            from chosen c
            join (
                select w.recipient_id, w.campaign_id,
                    jsonb_agg(jsonb_build_object('on', sent_on(d.id, d.recorded_at), 'by', d.channel, 'told', d.told)
                        order by sent_on(d.id, d.recorded_at), d.id)::text as retracted
                from wrong_message w
                join delivery d on d.id = w.id
                where w.campaign_id = ? and w.state <> 'UNCERTAIN'
                group by w.recipient_id, w.campaign_id
            ) said on said.recipient_id = c.id
            """;

    private final DataSource dataSource;
    private final Vault vault;
    private final RunningMailings mailings;
    private final ObjectMapper json;
    private final Clock clock;

    CorrectionExamples(DataSource dataSource, Vault vault, RunningMailings mailings, ObjectMapper json, Clock clock) {
        this.dataSource = dataSource;
        this.vault = vault;
        this.mailings = mailings;
        this.json = json;
        this.clock = clock;
    }

    /** One who is to be corrected. */
    record Example(UUID recipient, MessageData.Addressee addressee, String told, List<Retracted> retracted) {

        /** Personal data. */
        @Override
        public String toString() {
            return "Example[" + recipient + "]";
        }
    }

    Optional<Example> of(UUID campaign, @Nullable UUID recipient) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(EXAMPLE)) {
            select.setObject(1, campaign);
            select.setObject(2, recipient);
            select.setObject(3, recipient);
            select.setObject(4, campaign);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                UUID id = row.getObject(1, UUID.class);
                Contact contact = Contact.open(vault, id, row.getBytes(2));
                return Optional.of(new Example(
                        id,
                        new MessageData.Addressee(
                                contact.addressee(), row.getString(3).equals("LEGAL_ENTITY"), row.getString(4)),
                        row.getString(5),
                        Retracted.read(json, row.getString(6))));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Preview preview(CampaignMessage message, Channel channel, Example example) {
        Composed composed = message.compose(
                example.addressee(), mailings.told(example.told()), example.retracted(), Jst.date(clock.instant()));
        return new Preview(example.recipient(), channel, null, composed.subject(), composed.body());
    }
}

package org.teishutsu.notify.genuine;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.teishutsu.notify.inquiry.InquiryNumber;

/** Looks up what was sent under an inquiry number. */
@Singleton
class GenuineMessages {

    /**
     * UNCERTAIN, too: whoever holds the message in his hands shall not be told that it is false. What was sent under an
     * earlier number of the recipient does not bear this one.
     */
    private static final String SENT = """
            select min(coalesce(e.occurred_on, (e.recorded_at at time zone 'Asia/Tokyo')::date)), t.subject
            from recipient r
            join delivery d on d.recipient_id = r.id
            join campaign c on c.id = d.campaign_id
            left join letter l on l.delivery_id = d.id
            left join letter_batch b on b.id = l.batch_id
            left join correction_wording w on w.id = d.wording_id
            join template t on t.id = coalesce(b.template_id, w.template_id, c.template_id)
            join delivery_event e on e.delivery_id = d.id and e.state in ('SENT', 'POSTED', 'UNCERTAIN')
                and e.recorded_at > coalesce(
                    (select max(v.recorded_at) from inquiry_number_revoked v where v.recipient_id = r.id), '-infinity')
            where r.inquiry_number = ?
            group by d.id, t.subject
            order by 1
            """;

    private final DataSource dataSource;

    GenuineMessages(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** In the order in which they were sent; empty if the number is unknown or nothing was sent under it. */
    List<GenuineMessage> under(InquiryNumber number) {
        List<GenuineMessage> messages = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SENT)) {
            select.setString(1, number.text());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    messages.add(new GenuineMessage(row.getObject(1, LocalDate.class), row.getString(2)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return messages;
    }
}

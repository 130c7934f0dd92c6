package org.teishutsu.notify.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** What has not been sent, for those who decide that it shall not be. */
@Singleton
public class UnsentDeliveries {

    private static final String CANCEL_PRINTED = """
            with gone as (
                update delivery_state s set state = 'CANCELLED'
                from party_delivery d
                where d.recipient_id = ? and s.delivery_id = d.id and s.state = 'PRINTED'
                returning s.delivery_id
            ), event as (
                insert into delivery_event (delivery_id, state, recorded_at, note)
                select delivery_id, 'CANCELLED', domain_now(), ? from gone
                returning delivery_id
            )
            select count(*) from event
            """;

    private final Upkeep upkeep;
    private final DataSource dataSource;

    UnsentDeliveries(Upkeep upkeep, DataSource dataSource) {
        this.upkeep = upkeep;
        this.dataSource = dataSource;
    }

    /** Cancels everything of a campaign that is in nobody's hands; says how many. */
    public int cancel(UUID campaign) {
        return upkeep.cancel(campaign);
    }

    /** Cancels the letters to a recipient that are printed and not posted; says how many. Joins the caller's transaction. */
    public int cancelPrinted(UUID recipient, String why) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement cancel = connection.prepareStatement(CANCEL_PRINTED)) {
            cancel.setObject(1, recipient);
            cancel.setString(2, why);
            try (ResultSet row = cancel.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new OutboxException("cancel what is printed", e);
        }
    }
}

package org.teishutsu.notify.correction;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.teishutsu.common.figures.CorrectionState;

/** Whether parties were told something that is not so. Joins the caller's transaction. */
@Singleton
public class WrongMessages {

    private static final String DUE = """
            select exists (select from wrong_message where campaign_id = ? and recipient_id = ?)
            """;

    private static final String STATES = """
            with asked as (
                select unnest(?::uuid[]) as recipient_id
            )
            select a.recipient_id,
                exists (select from wrong_message w where w.recipient_id = a.recipient_id) as due,
                exists (
                    select from put_right p
                    join party_delivery d on d.id = p.delivery_id
                    where d.recipient_id = a.recipient_id) as sent
            from asked a
            """;

    private final DataSource dataSource;

    WrongMessages(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether a campaign told a party something that is not so, or perhaps did. */
    public boolean due(UUID campaign, UUID party) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(DUE)) {
            select.setObject(1, campaign);
            select.setObject(2, party);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of parties over all campaigns; who is absent was never told anything that is not so. */
    public Map<UUID, CorrectionState> states(Collection<UUID> parties) {
        Map<UUID, CorrectionState> states = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(STATES)) {
            select.setArray(1, connection.createArrayOf("uuid", parties.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (row.getBoolean(2) || row.getBoolean(3)) {
                        states.put(
                                row.getObject(1, UUID.class),
                                row.getBoolean(2) ? CorrectionState.DUE : CorrectionState.SENT);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return states;
    }
}

package org.teishutsu.notify.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** How fast is sent: everything together and each campaign, shared by all processes through rows of machine time. */
@Singleton
public class Rates {

    private static final String WHOLE = """
            select rate_per_second, used_up_to, clock_timestamp() from mail_rate for update
            """;

    private static final String USE_WHOLE = "update mail_rate set used_up_to = ?";

    private static final String BEGIN = """
            insert into campaign_rate (campaign_id, used_up_to) values (?, clock_timestamp()) on conflict do nothing
            """;

    private static final String CAMPAIGN = """
            select used_up_to, clock_timestamp() from campaign_rate where campaign_id = ? for update
            """;

    private static final String USE_CAMPAIGN = "update campaign_rate set used_up_to = ? where campaign_id = ?";

    private static final String SET_WHOLE = """
            insert into mail_rate (rate_per_second, used_up_to) values (?, clock_timestamp())
            on conflict (id) do update set rate_per_second = excluded.rate_per_second
            """;

    private final DataSource dataSource;
    private volatile @Nullable Integer whole;

    Rates(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Messages a second of all campaigns together, as of the last look; null for as fast as the mail server takes them. */
    public @Nullable Integer whole() {
        return whole;
    }

    /** Takes over what another process was told. */
    void follow() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select rate_per_second from mail_rate");
                ResultSet row = select.executeQuery()) {
            whole = row.next() ? row.getObject(1, Integer.class) : null;
        } catch (SQLException e) {
            throw new OutboxException("look at the rate", e);
        }
    }

    /** Joins the caller's transaction. */
    void setWhole(@Nullable Integer perSecond, String by) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(SET_WHOLE)) {
            update.setObject(1, perSecond, Types.INTEGER);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new OutboxException("change the rate", e);
        }
        SendingEvents.rate(dataSource, null, null, perSecond, by);
    }

    /** Writes down that the rate of a campaign was changed. Joins the caller's transaction. */
    public void campaignChanged(UUID campaign, @Nullable Integer perSecond, String by) {
        SendingEvents.rate(dataSource, campaign, null, perSecond, by);
    }

    /**
     * How many of the wanted messages of a campaign may be sent now; counts them as sent.
     *
     * @param perSecond the campaign's own rate, if it has one
     */
    int grant(UUID campaign, @Nullable Integer perSecond, int wanted) {
        if (perSecond == null && whole == null) {
            return wanted;
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = dataSource.getConnection()) {
                return grant(connection, campaign, perSecond, wanted);
            } catch (SQLException e) {
                throw new OutboxException("ask for the rate", e);
            }
        });
    }

    /** The whole first, always: two that ask wait for each other in one order. */
    private static int grant(Connection connection, UUID campaign, @Nullable Integer perSecond, int wanted)
            throws SQLException {
        @Nullable Used all = null;
        try (PreparedStatement select = connection.prepareStatement(WHOLE);
                ResultSet row = select.executeQuery()) {
            if (row.next() && row.getObject(1) != null) {
                all = new Used(row.getInt(1), instant(row, 2), instant(row, 3));
            }
        }
        @Nullable Used own = perSecond == null ? null : own(connection, campaign, perSecond);
        int granted = Math.min(all == null ? wanted : all.free(wanted), own == null ? wanted : own.free(wanted));
        if (all != null) {
            try (PreparedStatement use = connection.prepareStatement(USE_WHOLE)) {
                use.setObject(1, all.after(granted));
                use.executeUpdate();
            }
        }
        if (own != null) {
            try (PreparedStatement use = connection.prepareStatement(USE_CAMPAIGN)) {
                use.setObject(1, own.after(granted));
                use.setObject(2, campaign);
                use.executeUpdate();
            }
        }
        return granted;
    }

    private static Used own(Connection connection, UUID campaign, int perSecond) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(BEGIN);
                PreparedStatement select = connection.prepareStatement(CAMPAIGN)) {
            insert.setObject(1, campaign);
            insert.executeUpdate();
            select.setObject(1, campaign);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Used(perSecond, instant(row, 1), instant(row, 2));
            }
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A rate and up to when it is used up. */
    private record Used(int perSecond, Instant usedUpTo, Instant now) {

        int free(int wanted) {
            return RateLimit.grant(usedUpTo, now, perSecond, wanted).granted();
        }

        OffsetDateTime after(int granted) {
            return RateLimit.grant(usedUpTo, now, perSecond, granted).usedUpTo().atOffset(ZoneOffset.UTC);
        }
    }
}

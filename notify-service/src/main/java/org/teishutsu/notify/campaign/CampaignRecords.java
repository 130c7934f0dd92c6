package org.teishutsu.notify.campaign;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.report.IncidentFacts;

/** The rows beside a campaign: its incidents, and what happened to it. Joins the caller's transaction. */
@Singleton
class CampaignRecords {

    private final DataSource dataSource;

    CampaignRecords(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Replaces the incidents of a draft. */
    void incidents(UUID campaign, List<IncidentFacts> incidents) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from campaign_incident where campaign_id = ?");
                PreparedStatement insert = connection.prepareStatement("""
                        insert into campaign_incident (campaign_id, incident, position, occurred_from)
                        values (?, ?, ?, ?)
                        """)) {
            delete.setObject(1, campaign);
            delete.executeUpdate();
            for (int i = 0; i < incidents.size(); i++) {
                insert.setObject(1, campaign);
                insert.setString(2, incidents.get(i).code());
                insert.setInt(3, i);
                insert.setDate(4, Date.valueOf(incidents.get(i).occurredFrom()));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void happened(Campaign campaign, @Nullable String reason, Instant at, String by) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into campaign_event (campaign_id, state, reason, recorded_at, recorded_by)
                        values (?, ?, ?, ?, ?)
                        """)) {
            insert.setObject(1, campaign.id());
            insert.setString(2, campaign.state().name());
            insert.setString(3, reason);
            insert.setObject(4, at.atOffset(ZoneOffset.UTC));
            insert.setString(5, by);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything that happened to a campaign, in order. */
    List<CampaignEvent> events(UUID campaign) {
        List<CampaignEvent> events = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select state, reason, recorded_at, recorded_by
                        from campaign_event where campaign_id = ? order by id
                        """)) {
            select.setObject(1, campaign);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    events.add(new CampaignEvent(
                            CampaignState.valueOf(row.getString(1)),
                            row.getString(2),
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            row.getString(4)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return events;
    }

    /** A state entered, when and by whom. */
    record CampaignEvent(CampaignState state, @Nullable String reason, Instant recordedAt, String by) {}
}

package org.teishutsu.notify.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** What report-service last told of each incident. */
@Singleton
class IncidentCopies {

    private final DataSource dataSource;
    private final ObjectMapper json;

    IncidentCopies(DataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    void keep(IncidentFacts facts) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement("""
                        insert into incident_copy (code, facts, fetched_at) values (?, ?::jsonb, domain_now())
                        on conflict (code) do update set facts = excluded.facts, fetched_at = excluded.fetched_at
                        """)) {
            upsert.setString(1, facts.code());
            upsert.setString(2, json.writeValueAsString(facts));
            upsert.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<IncidentFacts> find(String code) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select facts from incident_copy where code = ?")) {
            select.setString(1, code);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(json.readValue(row.getString(1), IncidentFacts.class))
                        : Optional.empty();
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

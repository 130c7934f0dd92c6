package org.teishutsu.notify.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.report.IncidentFacts;
import org.teishutsu.notify.report.ReportService;

/** Gets from report-service what messages say, and makes of it what is stored and what an approver's digest covers. */
@Singleton
class FactsFreezer {

    private final ReportService reportService;
    private final ObjectMapper json;

    FactsFreezer(ReportService reportService, ObjectMapper json) {
        this.reportService = reportService;
        this.json = json;
    }

    /** Calls over the network: not inside a transaction. */
    CampaignFacts gather(List<String> incidents, SortedMap<String, String> remarks, String damage, String measures) {
        List<IncidentFacts> facts =
                incidents.stream().distinct().map(reportService::incident).toList();
        return new CampaignFacts(reportService.firm(), facts, remarks, damage, measures);
    }

    Campaign.FrozenFacts freeze(
            CampaignFacts facts, String title, String templateDigest, LocalDate completeBy, @Nullable Integer rate) {
        String stored = write(facts);
        String all = String.join("\u0000", title, templateDigest, completeBy.toString(), String.valueOf(rate), stored);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return new Campaign.FrozenFacts(stored, HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    CampaignFacts read(String stored) {
        try {
            return json.readValue(stored, CampaignFacts.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The facts of a campaign cannot be read", e);
        }
    }

    private String write(CampaignFacts facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

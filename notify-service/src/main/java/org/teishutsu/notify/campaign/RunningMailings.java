package org.teishutsu.notify.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.time.Jst;
import org.teishutsu.notify.delivery.Claim;
import org.teishutsu.notify.delivery.Mailing;
import org.teishutsu.notify.delivery.Mailings;
import org.teishutsu.notify.exposure.ItemCatalogues;
import org.teishutsu.notify.template.MessageData;
import org.teishutsu.notify.template.TemplateService;
import org.teishutsu.platform.drill.Drill;

/** The campaigns that are running, as the dispatcher sees them. */
@Singleton
class RunningMailings implements Mailings {

    /** So long a parsed template and the catalogue's labels are good; facts and wording of a campaign never change. */
    private static final long FRESH_NANOS = Duration.ofMinutes(1).toNanos();

    private static final TypeReference<Map<String, Long>> TOLD = new TypeReference<>() {};

    private final DataSource dataSource;
    private final TemplateService templates;
    private final ItemCatalogues catalogues;
    private final FactsFreezer freezer;
    private final ObjectMapper json;
    private final Drill drill;
    private final Clock clock;
    private final Map<UUID, Cached> cache = new ConcurrentHashMap<>();

    RunningMailings(
            DataSource dataSource,
            TemplateService templates,
            ItemCatalogues catalogues,
            FactsFreezer freezer,
            ObjectMapper json,
            Drill drill,
            Clock clock) {
        this.dataSource = dataSource;
        this.templates = templates;
        this.catalogues = catalogues;
        this.freezer = freezer;
        this.json = json;
        this.drill = drill;
        this.clock = clock;
    }

    @Override
    public List<Mailing> running() {
        List<Mailing> mailings = new ArrayList<>();
        for (UUID campaign : runningIds()) {
            mailings.add(cached(campaign));
        }
        return mailings;
    }

    private List<UUID> runningIds() {
        List<UUID> ids = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select id from campaign where state = 'RUNNING' order by id");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return ids;
    }

    private Mailing cached(UUID campaign) {
        long now = System.nanoTime();
        Cached known = cache.get(campaign);
        if (known != null && now - known.madeAt() < FRESH_NANOS) {
            return known.mailing();
        }
        Mailing mailing = load(campaign);
        cache.put(campaign, new Cached(mailing, now));
        return mailing;
    }

    private Mailing load(UUID campaign) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select template_id, facts, rate_per_second from campaign where id = ?")) {
            select.setObject(1, campaign);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                CampaignMessage message = message(row.getObject(1, UUID.class), freezer.read(row.getString(2)));
                return new CampaignMailing(campaign, row.getObject(3, Integer.class), message, clock);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a campaign's messages are written with. */
    CampaignMessage message(UUID template, CampaignFacts facts) {
        return new CampaignMessage(templates.approved(template).text(), facts, catalogues.current(), drill.active());
    }

    Map<String, Long> told(String stored) {
        try {
            return json.readValue(stored, TOLD);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Cached(Mailing mailing, long madeAt) {}

    private record CampaignMailing(UUID campaign, @Nullable Integer ratePerSecond, CampaignMessage message, Clock clock)
            implements Mailing {

        @Override
        public Composed compose(Claim claim) {
            Claim.Recipient to = claim.recipient();
            return message.compose(
                    new MessageData.Addressee(to.name(), to.legalEntity(), to.inquiryNumber()),
                    claim.told(),
                    Jst.date(clock.instant()));
        }
    }
}

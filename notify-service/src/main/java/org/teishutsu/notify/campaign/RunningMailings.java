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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.time.Jst;
import org.teishutsu.notify.delivery.Claim;
import org.teishutsu.notify.delivery.Mailing;
import org.teishutsu.notify.delivery.Mailings;
import org.teishutsu.notify.exposure.ItemCatalogues;
import org.teishutsu.notify.letter.AddressPlace;
import org.teishutsu.notify.letter.LetterFile;
import org.teishutsu.notify.posting.LetterConfig;
import org.teishutsu.notify.template.MessageData;
import org.teishutsu.notify.template.MessageText;
import org.teishutsu.notify.template.TemplateChannel;
import org.teishutsu.notify.template.TemplatePurpose;
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
    private final CorrectionMessages corrections;
    private final FactsFreezer freezer;
    private final ObjectMapper json;
    private final Drill drill;
    private final LetterConfig letters;
    private final Clock clock;
    private final Map<UUID, Cached> cache = new ConcurrentHashMap<>();

    RunningMailings(
            DataSource dataSource,
            TemplateService templates,
            ItemCatalogues catalogues,
            CorrectionMessages corrections,
            FactsFreezer freezer,
            ObjectMapper json,
            Drill drill,
            LetterConfig letters,
            Clock clock) {
        this.dataSource = dataSource;
        this.templates = templates;
        this.catalogues = catalogues;
        this.corrections = corrections;
        this.freezer = freezer;
        this.json = json;
        this.drill = drill;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public List<Mailing> running() {
        List<Mailing> mailings = new ArrayList<>();
        for (Running campaign : runningNow()) {
            mailings.add(new CampaignMailing(
                    campaign.id(), campaign.ratePerSecond(), cached(campaign.id()), corrections, clock));
        }
        return mailings;
    }

    private record Running(UUID id, @Nullable Integer ratePerSecond) {}

    private List<Running> runningNow() {
        List<Running> running = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select id, rate_per_second from campaign where state = 'RUNNING' order by id");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                running.add(new Running(row.getObject(1, UUID.class), row.getObject(2, Integer.class)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return running;
    }

    private CampaignMessage cached(UUID campaign) {
        long now = System.nanoTime();
        Cached known = cache.get(campaign);
        if (known != null && now - known.madeAt() < FRESH_NANOS) {
            return known.message();
        }
        CampaignMessage message = load(campaign);
        cache.put(campaign, new Cached(message, now));
        return message;
    }

    private CampaignMessage load(UUID campaign) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select template_id, facts from campaign where id = ?")) {
            select.setObject(1, campaign);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return message(row.getObject(1, UUID.class), freezer.read(row.getString(2)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a campaign's messages are written with. */
    CampaignMessage message(UUID template, CampaignFacts facts) {
        return new CampaignMessage(
                templates
                        .approved(template, TemplateChannel.EMAIL, TemplatePurpose.NOTICE)
                        .text(),
                facts,
                catalogues.current(),
                drill.active());
    }

    /**
     * What a campaign's letters are written with.
     *
     * @param template for a campaign that names none itself; only then
     * @throws ProblemException NOT_READY if neither names one
     */
    CampaignMessage letterMessage(UUID campaign, @Nullable UUID template) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select letter_template_id, facts from campaign where id = ?")) {
            select.setObject(1, campaign);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw ProblemException.notFound("campaign", campaign);
                }
                UUID wording = LetterWordings.chosen(row.getObject(1, UUID.class), template);
                CampaignFacts facts = freezer.read(row.getString(2));
                MessageText text = templates
                        .approved(wording, TemplateChannel.LETTER, TemplatePurpose.NOTICE)
                        .text();
                CampaignRules.checkLetter(text, facts);
                return new CampaignMessage(text, facts, catalogues.current(), drill.active());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    LetterFile.Head head(UUID file, Instant at) {
        return new LetterFile.Head(
                file, at, drill.active(), new AddressPlace(letters.addressLeft(), letters.addressTop()));
    }

    Map<String, Long> told(String stored) {
        try {
            return json.readValue(stored, TOLD);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Cached(CampaignMessage message, long madeAt) {}

    private record CampaignMailing(
            UUID campaign,
            @Nullable Integer ratePerSecond,
            CampaignMessage message,
            CorrectionMessages corrections,
            Clock clock)
            implements Mailing {

        @Override
        public Composed compose(Claim claim) {
            Claim.Recipient to = claim.recipient();
            Claim.@Nullable Correction correction = claim.correction();
            return (correction == null ? message : corrections.email(correction.wording()))
                    .compose(
                            new MessageData.Addressee(to.name(), to.legalEntity(), to.inquiryNumber()),
                            claim.told(),
                            correction == null ? List.of() : correction.retracted(),
                            Jst.date(clock.instant()));
        }
    }
}

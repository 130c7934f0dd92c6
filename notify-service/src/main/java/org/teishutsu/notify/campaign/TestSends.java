package org.teishutsu.notify.campaign;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.id.Ids;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.common.time.Jst;
import org.teishutsu.notify.delivery.Mailing.Composed;
import org.teishutsu.notify.mail.Answer;
import org.teishutsu.notify.mail.EmailAddress;
import org.teishutsu.notify.mail.MailConnection;
import org.teishutsu.notify.mail.MailServer;
import org.teishutsu.notify.mail.Outcome;
import org.teishutsu.notify.mail.OutgoingMail;
import org.teishutsu.notify.template.MessageData;

/**
 * Sends the wording of a campaign to named colleagues, marked as a test and with nobody's name in it. It is no delivery
 * and no fact, and uses up no rate.
 */
@Singleton
class TestSends {

    private static final String MARK = "【テスト送信】";
    private static final String FIRST_LINE = MARK + "これは送信前の確認のための社内向けの見本です。お客様への通知ではありません。宛名とお問い合わせ番号は架空のものです。\n\n";
    private static final MessageData.Addressee NOBODY = new MessageData.Addressee("見本 太郎", false, "AAAAA-AAAAA");

    /** Every item that anybody is told of, so that every paragraph of the wording can be looked at. */
    private static final String ALL_ITEMS = """
            select e.incident, bit_or(e.mask)
            from exposure e
            join campaign_incident i on i.incident = e.incident and i.campaign_id = ?
            where e.withdrawn_at is null
            group by e.incident
            """;

    private final Campaigns campaigns;
    private final DeliveryPlan plan;
    private final FactsFreezer freezer;
    private final RunningMailings mailings;
    private final MailServer server;
    private final DataSource dataSource;
    private final Clock clock;
    private final Set<String> domains;
    private final Set<String> addresses;

    TestSends(
            Campaigns campaigns,
            DeliveryPlan plan,
            FactsFreezer freezer,
            RunningMailings mailings,
            MailServer server,
            DataSource dataSource,
            Clock clock,
            CampaignConfig config) {
        this.campaigns = campaigns;
        this.plan = plan;
        this.freezer = freezer;
        this.mailings = mailings;
        this.server = server;
        this.dataSource = dataSource;
        this.clock = clock;
        this.domains = lower(config.testSend().domains().orElse(Set.of()));
        this.addresses = lower(config.testSend().addresses().orElse(Set.of()));
    }

    private static Set<String> lower(Set<String> words) {
        return words.stream().map(word -> word.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /**
     * One message to each.
     *
     * @param recipient whose items it tells; null for all items there are
     */
    List<TestSent> send(UUID campaign, List<String> to, @Nullable UUID recipient) {
        List<EmailAddress> colleagues = colleagues(to);
        Composed text = QuarkusTransaction.requiringNew().call(() -> compose(campaign, recipient));
        List<TestSent> sent = new ArrayList<>();
        Instant now = clock.instant();
        try (MailConnection connection = server.connection()) {
            for (EmailAddress colleague : colleagues) {
                Answer answer = connection.send(new OutgoingMail(
                        Ids.next(), colleague, MARK + text.subject(), FIRST_LINE + text.body(), now.atZone(Jst.ZONE)));
                sent.add(new TestSent(colleague.wire(), answer.outcome() == Outcome.ACCEPTED, answer.text()));
            }
        }
        return sent;
    }

    private List<EmailAddress> colleagues(List<String> to) {
        if (domains.isEmpty() && addresses.isEmpty()) {
            throw new ProblemException(
                    ProblemType.NOT_READY,
                    "Nobody is named as a colleague: set campaign.test-send.domains or campaign.test-send.addresses");
        }
        List<EmailAddress> colleagues = new ArrayList<>();
        for (int i = 0; i < to.size(); i++) {
            String place = "to[" + i + "]";
            // Two addresses in one would be read as a quoted one.
            EmailAddress address = EmailAddress.parse(to.get(i))
                    .filter(one -> !one.wire().startsWith("\""))
                    .orElseThrow(() -> ProblemException.invalid(place, "is not an e-mail address"));
            if (!domains.contains(address.domain())
                    && !addresses.contains(address.wire().toLowerCase(Locale.ROOT))) {
                throw ProblemException.invalid(
                        place, "is no colleague's; campaign.test-send.domains and .addresses say whose are");
            }
            colleagues.add(address);
        }
        return colleagues;
    }

    private Composed compose(UUID id, @Nullable UUID recipient) {
        Campaign campaign = campaigns.get(id);
        return mailings.message(campaign.templateId(), freezer.read(campaign.facts()))
                .compose(NOBODY, recipient == null ? allItems(id) : itemsOf(id, recipient), Jst.date(clock.instant()));
    }

    private Map<String, Long> itemsOf(UUID campaign, UUID recipient) {
        return mailings.told(plan.one(campaign, recipient)
                .orElseThrow(() -> ProblemException.notFound("affected recipient", recipient))
                .told());
    }

    private Map<String, Long> allItems(UUID campaign) {
        Map<String, Long> told = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ALL_ITEMS)) {
            select.setObject(1, campaign);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    told.put(row.getString(1), row.getLong(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        if (told.isEmpty()) {
            throw new ProblemException(
                    ProblemType.NOT_READY, "campaign " + campaign + " affects nobody yet: apply a list first");
        }
        return told;
    }

    /** What became of one test. */
    record TestSent(String to, boolean accepted, String reply) {

        @Override
        public String toString() {
            return "TestSent[" + accepted + "]";
        }
    }
}

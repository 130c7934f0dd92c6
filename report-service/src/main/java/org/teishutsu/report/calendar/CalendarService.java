package org.teishutsu.report.calendar;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.platform.drill.Drill;
import org.teishutsu.platform.time.Facts;
import org.teishutsu.report.deadline.DeadlineService;
import org.teishutsu.report.deadline.DeadlineView;
import org.teishutsu.report.order.OrderService;
import org.teishutsu.report.order.OrderView;

/** Gives feeds out and takes them back, and says what is in one. */
@ApplicationScoped
class CalendarService {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;

    private final Feeds feeds;
    private final OrderService orders;
    private final DeadlineService deadlines;
    private final Facts facts;
    private final Drill drill;

    CalendarService(Feeds feeds, OrderService orders, DeadlineService deadlines, Facts facts, Drill drill) {
        this.feeds = feeds;
        this.orders = orders;
        this.deadlines = deadlines;
        this.facts = facts;
        this.drill = drill;
    }

    /** Every feed. */
    @ApplicationScoped
    static class Feeds implements PanacheRepositoryBase<CalendarFeed, UUID> {}

    /** A new feed; its path is told this once. */
    record Given(CalendarFeed.View feed, String path) {}

    @Transactional
    Given give(String name, @Nullable UUID order, String by) {
        if (order != null) {
            orders.get(order);
        }
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        CalendarFeed feed = new CalendarFeed(name, order, sha256(token), facts.stamp(), by);
        feeds.persist(feed);
        return new Given(feed.view(), "/calendar/" + token + ".ics");
    }

    @Transactional
    CalendarFeed.View revoke(UUID id, String by) {
        CalendarFeed feed = feeds.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.notFound("calendar feed", id));
        feed.revoke(facts.stamp(), by);
        return feed.view();
    }

    @Transactional
    List<CalendarFeed.View> all() {
        return feeds.list("order by recordedAt, id").stream()
                .map(CalendarFeed::view)
                .toList();
    }

    /** What the holder of a token sees; empty for one that is unknown or revoked. */
    @Transactional
    Optional<String> read(String token) {
        return feeds.find("tokenSha256 = ?1 and revokedAt is null", sha256(token))
                .firstResultOptional()
                .map(feed -> write(feed.orderId()));
    }

    private String write(@Nullable UUID order) {
        List<UUID> ids =
                order == null ? orders.all().stream().map(OrderView::id).toList() : List.of(order);
        Map<UUID, OrderView> of = orders.get(ids);
        List<DeadlineCalendar.Entry> entries = new ArrayList<>();
        for (DeadlineView deadline : deadlines.of(ids)) {
            entries.add(new DeadlineCalendar.Entry(Objects.requireNonNull(of.get(deadline.order())), deadline));
        }
        return DeadlineCalendar.write(entries, drill.mark());
    }

    private static String sha256(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

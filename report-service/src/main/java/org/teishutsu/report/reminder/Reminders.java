package org.teishutsu.report.reminder;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.teishutsu.common.time.Jst;
import org.teishutsu.platform.drill.Drill;
import org.teishutsu.platform.security.Who;
import org.teishutsu.platform.time.DailyTick;
import org.teishutsu.platform.time.Facts;
import org.teishutsu.report.deadline.DeadlineService;
import org.teishutsu.report.deadline.DeadlineView;
import org.teishutsu.report.evidence.EvidenceAltered;
import org.teishutsu.report.order.OrderService;
import org.teishutsu.report.order.OrderView;

/**
 * Writes down whom to remind of what, once each: at 14, 7, 3 and 1 days before a safe date, and every day once it has
 * passed. A day that was missed is not made up for with a mail of its own: the next one says how many days are left.
 */
@ApplicationScoped
public class Reminders implements DailyTick {
    private static final int[] DAYS_BEFORE = {1, 3, 7, 14};

    private final DeadlineService deadlines;
    private final OrderService orders;
    private final AddressBook addresses;
    private final MailOutbox outbox;
    private final Facts facts;
    private final Clock clock;
    private final Drill drill;

    Reminders(
            DeadlineService deadlines,
            OrderService orders,
            AddressBook addresses,
            MailOutbox outbox,
            Facts facts,
            Clock clock,
            Drill drill) {
        this.deadlines = deadlines;
        this.orders = orders;
        this.addresses = addresses;
        this.outbox = outbox;
        this.facts = facts;
        this.clock = clock;
        this.drill = drill;
    }

    @Override
    public void tick(LocalDate day) {
        if (day.equals(Jst.date(clock.instant()))) {
            QuarkusTransaction.requiringNew().run(() -> remind(day));
        }
    }

    private void remind(LocalDate day) {
        Map<UUID, List<String>> book = addresses.all();
        List<DeadlineView> open = deadlines.open().stream()
                .filter(deadline ->
                        !book.getOrDefault(deadline.order(), List.of()).isEmpty())
                .filter(deadline -> why(deadline, day).isPresent())
                .toList();
        Map<UUID, OrderView> of =
                orders.get(open.stream().map(DeadlineView::order).toList());
        write(open.stream()
                .flatMap(deadline -> mails(deadline, Objects.requireNonNull(of.get(deadline.order())), book, day))
                .toList());
    }

    private Stream<StaffMail> mails(
            DeadlineView deadline, OrderView order, Map<UUID, List<String>> book, LocalDate day) {
        String about = "deadline %s %d safe %s %s"
                .formatted(
                        order.id(),
                        deadline.number(),
                        deadline.safe(),
                        why(deadline, day).orElseThrow());
        ReminderText text = ReminderText.of(order, deadline, day, drill.mark());
        return book.getOrDefault(order.id(), List.of()).stream()
                .map(address -> new StaffMail(about, order.id(), address, text.subject(), text.body()));
    }

    /** What makes a mail of this day its own: the threshold it has come to, or the day once it has passed. */
    static Optional<String> why(LocalDate safe, LocalDate day) {
        long left = ChronoUnit.DAYS.between(day, safe);
        if (left < 0) {
            return Optional.of("overdue on " + day);
        }
        return IntStream.of(DAYS_BEFORE)
                .filter(threshold -> left <= threshold)
                .mapToObj(threshold -> threshold + " days before")
                .findFirst();
    }

    private static Optional<String> why(DeadlineView deadline, LocalDate day) {
        return why(deadline.safe(), day);
    }

    /**
     * To everybody who is reminded of anything: evidence belongs to no one order. Two processes that read the same night, or a
     * reading by hand that finds nothing else, make no second mail.
     */
    @Transactional
    void onAltered(@Observes EvidenceAltered event) {
        ReminderText text = ReminderText.of(event, drill.mark());
        String about = "evidence on %s: %d".formatted(Jst.date(event.recordedAt()), event.findings());
        write(addresses.all().values().stream()
                .flatMap(List::stream)
                .distinct()
                .map(address -> new StaffMail(about, null, address, text.subject(), text.body()))
                .toList());
    }

    private void write(List<StaffMail> mails) {
        if (!mails.isEmpty()) {
            Instant now = facts.stamp();
            mails.forEach(mail -> outbox.add(mail, now, Who.SCHEDULER));
        }
    }
}

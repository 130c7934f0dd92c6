package org.teishutsu.notify.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.teishutsu.notify.figures.History.Closing;
import org.teishutsu.notify.figures.History.Delivery;
import org.teishutsu.notify.figures.History.Event;
import org.teishutsu.notify.figures.History.Exposure;
import org.teishutsu.notify.figures.History.Inquiry;
import org.teishutsu.notify.figures.History.Recipient;

/** Makes histories in which everything may happen that the states allow, in some order. */
final class RandomHistory {

    private static final Map<String, List<String>> NEXT = Map.ofEntries(
            Map.entry("EMAIL QUEUED", List.of("SENT", "SENT", "QUEUED", "REJECTED", "UNCERTAIN", "CANCELLED")),
            Map.entry("EMAIL UNCERTAIN", List.of("QUEUED", "SENT", "BOUNCED")),
            Map.entry("EMAIL SENT", List.of("DELIVERED", "BOUNCED")),
            Map.entry("EMAIL DELIVERED", List.of("BOUNCED")),
            Map.entry("LETTER QUEUED", List.of("PRINTED", "PRINTED", "QUEUED", "CANCELLED")),
            Map.entry("LETTER PRINTED", List.of("POSTED", "POSTED", "CANCELLED")),
            Map.entry("LETTER POSTED", List.of("RETURNED")));

    private final Random random;
    private final History history;
    private Instant now;

    private RandomHistory(long seed, Instant start) {
        random = new Random(seed);
        history = new History(start);
        now = start;
    }

    static History of(long seed, Instant start, int steps) {
        RandomHistory maker = new RandomHistory(seed, start);
        for (int i = 0; i < 25; i++) {
            maker.history.recipient(maker.random.nextInt(4) > 0, maker.random.nextInt(4) > 0);
        }
        for (int step = 0; step < steps; step++) {
            maker.now = maker.now.plus(Duration.ofMinutes(maker.random.nextInt(300)));
            maker.step();
        }
        return maker.history;
    }

    private void step() {
        switch (random.nextInt(15)) {
            case 0, 1 -> expose();
            case 2, 3 -> history.plan(anybody(), random.nextInt(3) > 0 ? "EMAIL" : "LETTER", now);
            case 4 -> ask();
            case 5 -> call();
            case 6 -> close();
            case 7 -> lift();
            case 9 -> history.correct(anybody(), random.nextInt(3) > 0 ? "EMAIL" : "LETTER", now);
            case 8 -> history.contactChanged(anybody(), random.nextInt(3) > 0, now);
            default -> move();
        }
    }

    private void expose() {
        Recipient recipient = anybody();
        String incident = any(History.INCIDENTS);
        long mask = 1L << random.nextInt(3) | 1L << random.nextInt(3);
        Exposure before = history.open(recipient, incident).orElse(null);
        if (before != null) {
            history.withdraw(before, now);
        }
        if (before == null || random.nextInt(3) > 0) {
            history.expose(recipient, incident, mask, now);
        }
    }

    private void move() {
        if (history.deliveries.isEmpty()) {
            return;
        }
        Delivery delivery = any(history.deliveries);
        String state = history.events.stream()
                .filter(event -> event.delivery() == delivery)
                .map(Event::state)
                .reduce("QUEUED", (earlier, later) -> later);
        List<String> next = NEXT.getOrDefault(delivery.channel() + " " + state, List.of());
        if (!next.isEmpty()) {
            history.happened(delivery, any(next), now);
        }
    }

    private void call() {
        history.called(
                anybody(),
                any(List.of(
                        "TOLD",
                        "TOLD",
                        "MESSAGE_LEFT",
                        "NO_ANSWER",
                        "IDENTITY_NOT_SHOWN",
                        "DECLINED",
                        "WRONG_NUMBER",
                        "OUT_OF_SERVICE")),
                now);
    }

    /** Proposed by one, released by another some time later, or never. */
    private void close() {
        String reason = random.nextInt(3) == 0 ? null : any(List.of("DECEASED", "DISSOLVED", "DECLINED", "OTHER"));
        Instant proposed = now;
        now = now.plus(Duration.ofMinutes(random.nextInt(60)));
        history.close(anybody(), reason, proposed, random.nextInt(5) == 0 ? null : now);
    }

    private void lift() {
        List<Closing> closed = history.closings.stream()
                .filter(closing -> closing.released() != null && closing.lifted() == null)
                .toList();
        if (!closed.isEmpty() && random.nextInt(3) == 0) {
            history.lift(any(closed), now);
        }
    }

    private void ask() {
        List<Inquiry> first =
                history.inquiries.stream().filter(q -> q.follows() == null).toList();
        boolean follow = !first.isEmpty() && random.nextBoolean();
        history.asked(
                random.nextBoolean() ? anybody() : null,
                any(List.of("QUESTION", "COMPLAINT", "SUSPICIOUS_TRANSACTION", "OTHER")),
                random.nextBoolean() ? any(List.of("ALLEGED", "CONFIRMED", "RULED_OUT")) : null,
                follow ? any(first).id() : null,
                now);
    }

    private Recipient anybody() {
        return any(history.recipients);
    }

    private <T> T any(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}

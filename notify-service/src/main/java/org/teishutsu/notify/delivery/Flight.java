package org.teishutsu.notify.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is in flight in this process: claimed, waiting for a sender, or answered and waiting to be settled; never more
 * than the window. A place is given back only after the settlement is committed: an unbounded queue of unsettled
 * messages is what turns a crash into a flood of doubles.
 */
final class Flight {

    private final Semaphore places;
    private final int window;
    private final BlockingQueue<Claim> toSend = new LinkedBlockingQueue<>();
    private final BlockingQueue<Settlement> toSettle = new LinkedBlockingQueue<>();
    /** By token, not delivery: one that is settled may be claimed anew before it is crossed out here. */
    private final Set<Long> held = ConcurrentHashMap.newKeySet();

    private final Map<UUID, Throughput> sent = new ConcurrentHashMap<>();
    private volatile Map<UUID, Mailing> running = Map.of();

    Flight(int window) {
        this.window = window;
        this.places = new Semaphore(window);
    }

    /** Takes all places that are free, once there are enough to be worth a claim; none if time runs out first. */
    int takePlaces(long millis) throws InterruptedException {
        int worthwhile = Math.max(1, window / 4);
        if (!places.tryAcquire(worthwhile, millis, TimeUnit.MILLISECONDS)) {
            return places.drainPermits();
        }
        return worthwhile + places.drainPermits();
    }

    void giveBack(int unused) {
        places.release(unused);
    }

    int free() {
        return places.availablePermits();
    }

    void send(List<Claim> claims) {
        claims.forEach(claim -> held.add(claim.token()));
        toSend.addAll(claims);
    }

    /** The tokens of all claims in flight. */
    Set<Long> held() {
        return Set.copyOf(held);
    }

    @Nullable Claim nextToSend(long millis) throws InterruptedException {
        return toSend.poll(millis, TimeUnit.MILLISECONDS);
    }

    void settle(Settlement settlement) {
        toSettle.add(settlement);
    }

    /** The next settlements, up to a number; empty if none comes in time. */
    List<Settlement> nextToSettle(int most, long millis) throws InterruptedException {
        List<Settlement> batch = new ArrayList<>();
        Settlement first = toSettle.poll(millis, TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            toSettle.drainTo(batch, most - 1);
        }
        return batch;
    }

    void settled(List<Settlement> batch) {
        long now = System.nanoTime();
        batch.stream()
                .filter(settlement -> settlement.result() == Settlement.Result.SENT)
                .collect(Collectors.groupingBy(
                        settlement -> settlement.claim().campaign(), Collectors.summingInt(s -> 1)))
                .forEach((campaign, number) ->
                        sent.computeIfAbsent(campaign, c -> new Throughput()).add(number, now));
        batch.forEach(settlement -> held.remove(settlement.claim().token()));
        places.release(batch.size());
    }

    double perSecond(UUID campaign) {
        Throughput throughput = sent.get(campaign);
        return throughput == null ? 0 : throughput.perSecond(System.nanoTime());
    }

    /** Campaign to messages a second, as a JSON object. */
    String perSecond() {
        return sent.keySet().stream()
                .map(campaign -> String.format(Locale.ROOT, "\"%s\":%.1f", campaign, perSecond(campaign)))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Takes over what runs now, and gives back at once what waits for a sender and does not run. */
    void follow(Collection<? extends Mailing> mailings) {
        running = mailings.stream().collect(Collectors.toUnmodifiableMap(Mailing::campaign, Function.identity()));
        releaseWaiting(false);
    }

    /** Gives back what waits for a sender: what does not run, or everything. */
    void releaseWaiting(boolean everything) {
        for (Claim claim : toSend) {
            if ((everything || !running.containsKey(claim.campaign())) && toSend.remove(claim)) {
                settle(Settlement.released(claim));
            }
        }
    }

    @Nullable Mailing running(UUID campaign) {
        return running.get(campaign);
    }

    Set<UUID> runningCampaigns() {
        return running.keySet();
    }

    Collection<Mailing> running() {
        return running.values();
    }
}

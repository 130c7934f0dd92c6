package org.teishutsu.notify.delivery;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Settles what was sent, in batches, in one thread. Keeps at it while the database is away: the answers are known here only. */
final class Settler implements Runnable {

    private static final Logger LOG = Logger.getLogger(Settler.class);
    private static final int BATCH = 50;
    private static final long LOOK_MILLIS = 250;
    private static final long RETRY_MILLIS = 500;

    private final Flight flight;
    private final Outbox outbox;
    private final BooleanSupplier done;

    Settler(Flight flight, Outbox outbox, BooleanSupplier done) {
        this.flight = flight;
        this.outbox = outbox;
        this.done = done;
    }

    @Override
    public void run() {
        try {
            while (true) {
                List<Settlement> batch = flight.nextToSettle(BATCH, LOOK_MILLIS);
                if (!batch.isEmpty()) {
                    settle(batch);
                } else if (done.getAsBoolean()) {
                    return;
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void settle(List<Settlement> batch) throws InterruptedException {
        boolean settled = false;
        while (!settled) {
            try {
                int counted = outbox.settle(batch);
                if (counted < batch.size()) {
                    LOG.warnf("%d answers came after their deliveries had gone on", batch.size() - counted);
                }
                settled = true;
            } catch (OutboxException away) {
                LOG.warnf(away, "%d settlements wait for the database", batch.size());
                Thread.sleep(RETRY_MILLIS);
            }
        }
        flight.settled(batch);
    }
}

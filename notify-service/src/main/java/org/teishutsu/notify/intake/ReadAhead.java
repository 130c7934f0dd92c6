package org.teishutsu.notify.intake;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads on a thread of its own, a few batches ahead of whoever takes what it read: while rows are hashed, sealed and
 * copied, the next ones are decoded and checked. Never further ahead than that, whatever the length of the list.
 */
final class ReadAhead<T> implements AutoCloseable {

    /** Handing over costs more than a row; far more of them would only fill memory. */
    private static final int BATCH = 128;

    private static final int BATCHES_AHEAD = 4;
    private static final long LOOK_AGAIN_MILLIS = 100;

    private final Supplier<@Nullable T> source;
    private final Predicate<T> large;
    private final BlockingQueue<Batch<T>> ahead = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    private final Thread reader = new Thread(this::read, "list-reader");
    private volatile boolean abandoned;
    private Batch<T> batch = new Batch<>(List.of(), false, null);
    private Iterator<T> rest = batch.items().iterator();

    /**
     * @param source null is its end
     * @param large what may be of any size is handed over at once, so that few of it are in memory
     */
    ReadAhead(Supplier<@Nullable T> source, Predicate<T> large) {
        this.source = source;
        this.large = large;
        reader.setDaemon(true);
        reader.start();
    }

    private record Batch<T>(
            List<T> items, boolean last, @Nullable Throwable failure) {}

    /** The next one, or null at the end. Throws what the source has thrown, when everything before it is taken. */
    @Nullable T next() {
        while (!rest.hasNext()) {
            if (batch.failure() instanceof RuntimeException failed) {
                throw failed;
            } else if (batch.failure() instanceof Error failed) {
                throw failed;
            } else if (batch.last()) {
                return null;
            }
            batch = take();
            rest = batch.items().iterator();
        }
        return rest.next();
    }

    /** Waits for the reader to end: afterwards nobody reads from the source. */
    @Override
    public void close() {
        abandoned = true;
        ahead.clear();
        boolean interrupted = false;
        while (reader.isAlive()) {
            try {
                reader.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        List<T> items = new ArrayList<>(BATCH);
        try {
            for (T item = source.get(); item != null && !abandoned; item = source.get()) {
                items.add(item);
                if (items.size() == BATCH || large.test(item)) {
                    hand(new Batch<>(items, false, null));
                    items = new ArrayList<>(BATCH);
                }
            }
            hand(new Batch<>(items, true, null));
        } catch (RuntimeException | Error failed) {
            hand(new Batch<>(items, true, failed));
        }
    }

    /** Never by interrupt: it would close the file under whoever has it open. */
    private void hand(Batch<T> full) {
        try {
            boolean handed = false;
            while (!handed && !abandoned) {
                handed = ahead.offer(full, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Batch<T> take() {
        try {
            return ahead.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

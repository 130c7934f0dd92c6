/**
 * The outbox and what empties it. The table is the queue: {@link org.teishutsu.notify.delivery.Outbox} claims and
 * settles, {@link org.teishutsu.notify.delivery.Dispatcher} sends in between, outside any transaction. Whose messages
 * and what they say it learns from {@link org.teishutsu.notify.delivery.Mailings}.
 *
 * <p>Two times: what is recorded and when a delivery is due again is domain time; leases, rates, time-outs and the
 * mail server's rests are machine time.
 */
@NullMarked
package org.teishutsu.notify.delivery;

import org.jspecify.annotations.NullMarked;

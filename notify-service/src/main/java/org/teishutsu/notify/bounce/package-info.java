/**
 * What comes back for messages that were sent: bounces, automatic answers, and what neither is. Enter at
 * {@link org.teishutsu.notify.bounce.BounceService}: it reads a message, tells what it is, finds the delivery it is about by
 * the name the message carried ({@link org.teishutsu.notify.delivery.DeliveryNames}), never by an address, and moves it. What
 * cannot be told waits for a person.
 */
@NullMarked
package org.teishutsu.notify.bounce;

import org.jspecify.annotations.NullMarked;

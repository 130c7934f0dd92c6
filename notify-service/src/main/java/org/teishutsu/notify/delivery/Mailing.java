package org.teishutsu.notify.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is being sent at present: whose deliveries, how fast, and what each says. */
public interface Mailing {

    UUID campaign();

    /** Messages a second over all processes; null for as fast as the mail server takes them. */
    @Nullable Integer ratePerSecond();

    /** The message for one recipient. */
    Composed compose(Claim claim);

    /** One line, and text whose lines end with a line feed. */
    record Composed(String subject, String body) {

        /** Personal data. */
        @Override
        public String toString() {
            return "Composed[***]";
        }
    }
}

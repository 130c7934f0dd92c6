package org.teishutsu.notify.delivery;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.teishutsu.common.figures.DeliveryState;

/**
 * What a person has found out about a delivery that is UNCERTAIN.
 *
 * @param ground how it is known: the line of the mail server's log
 */
record Resolution(
        @NotNull To state, @NotBlank @Size(max = 500) String ground) {

    /** What it can be settled as. */
    enum To {
        /** The server took it. */
        SENT,
        /** The server did not: it is sent again, under the same Message-ID. */
        QUEUED,
        /** It came back. */
        BOUNCED;

        DeliveryState delivery() {
            return DeliveryState.valueOf(name());
        }
    }
}

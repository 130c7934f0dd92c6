package org.teishutsu.notify.figures;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.ClosingReason;
import org.teishutsu.common.figures.NotToldReason;
import org.teishutsu.common.figures.Reach;

/**
 * How far a recipient has been told of an incident, and why not further. In the order of the ranks: of several
 * deliveries and closings the one with the highest counts, of several incidents the one with the lowest.
 */
enum Standing {
    NOBODY_TO_WRITE_TO(10, Reach.NOT_STARTED, NotToldReason.NO_ADDRESS),
    NOT_PLANNED(11, Reach.NOT_STARTED, NotToldReason.NOT_PLANNED),
    REFUSED(30, Reach.NOT_REACHED, NotToldReason.REFUSED),
    BOUNCED(31, Reach.NOT_REACHED, NotToldReason.BOUNCED),
    RETURNED(32, Reach.NOT_REACHED, NotToldReason.RETURNED),
    /** A letter is planned, but something on it is in no font, or does not fit. */
    UNPRINTABLE(39, Reach.IN_PROGRESS, NotToldReason.UNPRINTABLE),
    /** A letter is planned, but there is no address to put on it. */
    LETTER_TO_NOWHERE(40, Reach.IN_PROGRESS, NotToldReason.NO_ADDRESS),
    LETTER_DUE(41, Reach.IN_PROGRESS, NotToldReason.LETTER_DUE),
    QUEUED(42, Reach.IN_PROGRESS, NotToldReason.QUEUED),
    RETRYING(43, Reach.IN_PROGRESS, NotToldReason.RETRYING),
    UNCERTAIN(44, Reach.IN_PROGRESS, NotToldReason.UNCERTAIN),
    SUBSTITUTED(45, Reach.SUBSTITUTED, null),
    CLOSED_OTHERWISE(46, ClosingReason.OTHER),
    CLOSED_AS_DECLINED(47, ClosingReason.DECLINED),
    CLOSED_AS_DISSOLVED(48, ClosingReason.DISSOLVED),
    CLOSED_AS_DECEASED(49, ClosingReason.DECEASED),
    SENT(50, Reach.SENT, null),
    NO_RETURN(60, Reach.NO_RETURN, null),
    CONFIRMED(70, Reach.CONFIRMED, null);

    private final int rank;
    private final Reach reach;
    private final @Nullable NotToldReason reason;
    private final @Nullable ClosingReason closed;

    Standing(int rank, Reach reach, @Nullable NotToldReason reason) {
        this.rank = rank;
        this.reach = reach;
        this.reason = reason;
        this.closed = null;
    }

    Standing(int rank, ClosingReason closed) {
        this.rank = rank;
        this.reach = Reach.CLOSED;
        this.reason = null;
        this.closed = closed;
    }

    /** As {@link FigureFacts} computes it. */
    static Standing ofRank(int rank) {
        for (Standing standing : values()) {
            if (standing.rank == rank) {
                return standing;
            }
        }
        throw new IllegalArgumentException("No standing has the rank " + rank);
    }

    int rank() {
        return rank;
    }

    Reach reach() {
        return reach;
    }

    Optional<NotToldReason> reason() {
        return Optional.ofNullable(reason);
    }

    /** Why nobody tells him any more. */
    Optional<ClosingReason> closed() {
        return Optional.ofNullable(closed);
    }
}

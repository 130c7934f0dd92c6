package org.teishutsu.report.deadline;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.time.Jst;
import org.teishutsu.report.platform.RecordedFact;

/** One report that is due; only the date the order fixes is kept, the others follow from it. */
@Entity
class Deadline extends RecordedFact {
    private UUID orderId;
    private int number;
    private LocalDate nominal;

    @Enumerated(EnumType.STRING)
    private DeadlineState state;

    private @Nullable Instant receivedAt;
    private @Nullable String ground;
    private @Nullable Instant settledAt;

    @Version
    private long version;

    protected Deadline() {}

    Deadline(UUID orderId, DeadlineDates dates, Instant now, String by) {
        super(now, by);
        this.orderId = orderId;
        this.number = dates.number();
        this.nominal = dates.nominal();
        this.state = DeadlineState.OPEN;
    }

    int number() {
        return number;
    }

    LocalDate nominal() {
        return nominal;
    }

    UUID orderId() {
        return orderId;
    }

    DeadlineState state() {
        return state;
    }

    /** The bureau has the report; it is late if its receipt is after the last day's end. */
    void receive(Instant received, DeadlineDates dates, Instant now) {
        boolean late = !received.isBefore(Jst.endOf(dates.lastDay()));
        state = state.moveTo(late ? DeadlineState.MET_LATE : DeadlineState.MET);
        receivedAt = received;
        settledAt = now;
    }

    /** An instruction of the bureau moves what is still to come. */
    void redate(DeadlineDates dates) {
        if (state == DeadlineState.OPEN) {
            nominal = dates.nominal();
        }
    }

    private boolean settledBy(Instant at) {
        return settledAt != null && !settledAt.isAfter(at);
    }

    /** The duty has ended: a report due after its last day is not needed any more, an earlier one still is. */
    void endDuty(LocalDate effectiveOn, String document, Instant now) {
        if (state == DeadlineState.OPEN && nominal.isAfter(effectiveOn)) {
            state = state.moveTo(DeadlineState.NOT_NEEDED);
            ground = document;
            settledAt = now;
        }
    }

    /** As it stood at an instant: what was recorded later is left out. */
    DeadlineView view(DeadlineDates dates, Instant now) {
        boolean settled = settledBy(now);
        boolean open = !settled;
        return new DeadlineView(
                orderId,
                number,
                dates.nominal(),
                dates.reading(),
                dates.safe(),
                dates.latest(),
                dates.latestConfirmed(),
                dates.roll(),
                dates.asOf(),
                dates.asOfDate(),
                dates.provisional(),
                settled ? state : DeadlineState.OPEN,
                open && !now.isBefore(Jst.endOf(dates.lastDay())),
                open && now.isAfter(dates.alarmAt()),
                settled ? receivedAt : null,
                settled ? ground : null,
                settled ? settledAt : null,
                recordedAt(),
                recordedBy());
    }
}

package org.teishutsu.report.restriction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A restriction as the other features and the API see it. */
public record RestrictionView(
        UUID id,
        RestrictionKind kind,
        Instant from,
        String ground,
        @Nullable LiftingView lifting,
        List<ReturnedView> returnedLiftings,
        Instant recordedAt,
        String by) {

    /** Its lifting, approved or still to be. */
    public record LiftingView(
            Instant until,
            String confirmation,
            Instant recordedAt,
            String by,
            @Nullable Instant approvedAt,
            @Nullable String approvedBy) {}

    /** A lifting that an approver gave back; it never counted. */
    public record ReturnedView(
            Instant until,
            String confirmation,
            Instant enteredAt,
            String enteredBy,
            String reason,
            Instant returnedAt,
            String returnedBy) {}

    /** When it ends, as was known at an instant; null as long as nobody had approved a lifting. */
    public @Nullable Instant untilKnownAt(Instant asOf) {
        return lifting != null
                        && lifting.approvedAt() != null
                        && !lifting.approvedAt().isAfter(asOf)
                ? lifting.until()
                : null;
    }

    /** Whether the business is restricted at an instant, as was known then. */
    public boolean standsAt(Instant instant) {
        Instant until = untilKnownAt(instant);
        return !from.isAfter(instant) && (until == null || until.isAfter(instant));
    }
}

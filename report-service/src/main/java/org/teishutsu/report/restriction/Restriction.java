package org.teishutsu.report.restriction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.platform.RecordedFact;

/** One restriction, from its first instant on; it stands until its lifting is approved. */
@Entity
class Restriction extends RecordedFact {
    @Enumerated(EnumType.STRING)
    private RestrictionKind kind;

    @Column(name = "from_at")
    private Instant from;

    private String ground;

    protected Restriction() {}

    Restriction(NewRestriction entered, Instant now, String by) {
        super(now, by);
        this.kind = entered.kind();
        this.from = entered.from();
        this.ground = entered.ground();
    }

    RestrictionKind kind() {
        return kind;
    }

    Instant from() {
        return from;
    }

    RestrictionView view(@Nullable Lifting lifting, List<RestrictionView.ReturnedView> returned) {
        return new RestrictionView(
                id(),
                kind,
                from,
                ground,
                lifting == null ? null : lifting.view(),
                returned,
                recordedAt(),
                recordedBy());
    }
}

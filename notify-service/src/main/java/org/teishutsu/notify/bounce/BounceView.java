package org.teishutsu.notify.bounce;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.delivery.ReturnedMail;

/**
 * A message that came back, as it is shown; says who wrote it and what.
 *
 * @param text in a list its beginning
 */
record BounceView(
        UUID id,
        BounceState state,
        @Nullable Look look,
        Kind kind,
        @Nullable String rule,
        Cause cause,
        @Nullable UUID delivery,
        @Nullable NamedBy namedBy,
        ReturnedMail.@Nullable Effect effect,
        List<RecipientReport> recipients,
        List<Bounce.FindingView> findings,
        Source source,
        long size,
        String from,
        String subject,
        String text,
        Instant recordedAt,
        String recordedBy) {

    private static final int BEGINNING = 500;

    static BounceView of(Bounce bounce) {
        return new BounceView(
                bounce.id(),
                bounce.state(),
                bounce.look(),
                bounce.kind(),
                bounce.rule(),
                bounce.cause(),
                bounce.delivery(),
                bounce.namedBy(),
                bounce.effect(),
                bounce.recipients(),
                bounce.findings(),
                bounce.source(),
                bounce.size(),
                bounce.content().from(),
                bounce.content().subject(),
                bounce.content().text(),
                bounce.recordedAt(),
                bounce.recordedBy());
    }

    BounceView beginning() {
        return text.length() <= BEGINNING
                ? this
                : new BounceView(
                        id,
                        state,
                        look,
                        kind,
                        rule,
                        cause,
                        delivery,
                        namedBy,
                        effect,
                        recipients,
                        findings,
                        source,
                        size,
                        from,
                        subject,
                        text.substring(0, BEGINNING),
                        recordedAt,
                        recordedBy);
    }

    /** Personal data: only the id. */
    @Override
    public String toString() {
        return "BounceView[" + id + "]";
    }
}

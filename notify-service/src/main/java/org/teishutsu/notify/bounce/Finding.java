package org.teishutsu.notify.bounce;

import org.jspecify.annotations.Nullable;

/** What a person says of a message that came back. */
enum Finding {
    /** It is a bounce of a delivery that the person names. */
    BOUNCED(Kind.FAILED, BounceState.SETTLED),
    AUTO_REPLY(Kind.AUTO_REPLY, BounceState.SETTLED),
    SPAM(Kind.SPAM, BounceState.SETTLED),
    /** A customer wrote back. */
    FOR_DESK(Kind.ANSWER, BounceState.FOR_DESK),
    /** The desk has answered. */
    ANSWERED(Kind.ANSWER, BounceState.SETTLED),
    /** It was settled as what it is not. */
    LOOK_AGAIN(null, BounceState.NEEDS_A_LOOK);

    private final @Nullable Kind kind;
    private final BounceState next;

    Finding(@Nullable Kind kind, BounceState next) {
        this.kind = kind;
        this.next = next;
    }

    /** What it is, then; null if that is open. */
    @Nullable Kind kind() {
        return kind;
    }

    BounceState next() {
        return next;
    }
}

package org.teishutsu.notify.bounce;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hands messages over to be recorded, one after another. One that cannot be holds up no other; several in a row mean that
 * the database is away, and then nothing more is tried.
 */
final class Attempts {

    private static final int IN_A_ROW = 3;

    private final Maildir.Intake intake;
    private int inARow;
    private @Nullable RuntimeException first;

    Attempts(Maildir.Intake intake) {
        this.intake = intake;
    }

    /** Whether it is recorded. */
    boolean take(RawMessage message) {
        try {
            intake.take(message);
            inARow = 0;
            return true;
        } catch (RuntimeException failure) {
            inARow++;
            first = first == null ? failure : first;
            return false;
        }
    }

    boolean goOn() {
        return inARow < IN_A_ROW;
    }

    /** What failed first, if anything did. */
    Optional<RuntimeException> failure() {
        return Optional.ofNullable(first);
    }
}

package org.teishutsu.notify.bounce;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a mail system says it did for one recipient (RFC 3464, 2.3.3). */
enum Action {
    FAILED,
    DELAYED,
    DELIVERED,
    /** Passed on to a system that tells no more. */
    RELAYED,
    /** Passed on to several addresses. */
    EXPANDED;

    /** By the field, whatever follows the word in it; without one by the class of the status. */
    static Optional<Action> of(@Nullable String field, @Nullable String status) {
        String word = field == null ? "" : field.strip().toUpperCase(Locale.ROOT);
        Optional<Action> said = Arrays.stream(values())
                .filter(action -> word.startsWith(action.name()))
                .findFirst();
        if (said.isPresent() || status == null) {
            return said;
        }
        return switch (status.charAt(0)) {
            case '2' -> Optional.of(DELIVERED);
            case '4' -> Optional.of(DELAYED);
            default -> Optional.of(FAILED);
        };
    }
}

package org.teishutsu.notify.desk;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a caller showed who he is.
 *
 * @param lookup in which he was found
 * @param item for UNLEAKED_ITEM, what he was asked for, by its code
 * @param passed whether it was right; who fails is recorded, too
 */
record CheckRequest(
        @NotNull UUID lookup,
        @NotNull Method method,
        @Nullable @Size(max = 64) String item,
        @NotNull Boolean passed) {

    enum Method {
        /** Called back on the number that is registered, which proves who has the telephone, leaked or not. */
        CALL_BACK,
        /** Told something that did not leak. */
        UNLEAKED_ITEM
    }
}

package org.teishutsu.notify.bounce;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person says it is.
 *
 * @param delivery which one bounced; with BOUNCED only
 */
record FindingBody(@NotNull Finding finding, @Nullable UUID delivery) {

    @AssertTrue(message = "name the delivery that bounced, and one only with BOUNCED") boolean isNamed() {
        return finding == null || (finding == Finding.BOUNCED) == (delivery != null);
    }
}

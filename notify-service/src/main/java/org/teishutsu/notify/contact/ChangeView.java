package org.teishutsu.notify.contact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.recipient.Contact;

/**
 * A change of contact data: personal data, for whoever proposes or decides.
 *
 * @param before as it is, or was until the change; the answer to a proposal has neither contact nor digest
 * @param after as it becomes; null once the change has been settled
 * @param digest what a release names; null once the change has been settled
 */
record ChangeView(
        UUID id,
        UUID recipient,
        List<ContactField> fields,
        ChangeSource source,
        String ground,
        @Nullable Contact before,
        @Nullable Contact after,
        ChangeState state,
        @Nullable String digest,
        Instant recordedAt,
        String by,
        @Nullable Instant releasedAt,
        @Nullable String releasedBy,
        @Nullable Instant returnedAt,
        @Nullable String returnedBy,
        @Nullable String returnReason) {

    /** Personal data. */
    @Override
    public String toString() {
        return "ChangeView[" + id + ", " + state + "]";
    }

    /** A change as the auditor reads it: who, why, when and what kind; never for whom and to what. */
    record Logged(
            UUID id,
            List<ContactField> fields,
            ChangeSource source,
            String ground,
            ChangeState state,
            Instant recordedAt,
            String by,
            @Nullable Instant releasedAt,
            @Nullable String releasedBy) {

        static Logged of(ChangeView view) {
            return new Logged(
                    view.id,
                    view.fields,
                    view.source,
                    view.ground,
                    view.state,
                    view.recordedAt,
                    view.by,
                    view.releasedAt,
                    view.releasedBy);
        }
    }
}

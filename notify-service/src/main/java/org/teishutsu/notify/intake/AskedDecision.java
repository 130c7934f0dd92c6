package org.teishutsu.notify.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to decide on a waiting row.
 *
 * @param place where it stands in the request, in front of its fields' names
 */
record AskedDecision(
        int row,
        Decision decision,
        @Nullable UUID recipient,
        @Nullable String reason,
        String place) {

    static List<AskedDecision> of(int row, DecisionBody body) {
        return List.of(new AskedDecision(row, body.decision(), body.recipient(), body.reason(), ""));
    }

    static List<AskedDecision> of(DecisionsBody body) {
        List<AskedDecision> asked = new ArrayList<>();
        for (DecisionsBody.OfRow one : body.decisions()) {
            String reason = one.reason() == null || one.reason().isBlank() ? body.reason() : one.reason();
            String place = "decisions[" + asked.size() + "].";
            asked.add(new AskedDecision(one.row(), one.decision(), one.recipient(), reason, place));
        }
        return asked;
    }
}

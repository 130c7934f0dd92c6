package org.teishutsu.notify.campaign;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;

/** Which wording a campaign's letters have. */
final class LetterWordings {
    private LetterWordings() {}

    /** What a campaign was approved with is not exchanged afterwards; one that names none takes what is asked for. */
    static UUID chosen(@Nullable UUID ofCampaign, @Nullable UUID asked) {
        if (ofCampaign != null && asked != null && !ofCampaign.equals(asked)) {
            throw ProblemException.invalid("template", "the campaign was approved with the template " + ofCampaign);
        }
        if (ofCampaign != null) {
            return ofCampaign;
        }
        if (asked != null) {
            return asked;
        }
        throw new ProblemException(
                ProblemType.NOT_READY, "the campaign names no template for letters: name an approved one as template");
    }
}

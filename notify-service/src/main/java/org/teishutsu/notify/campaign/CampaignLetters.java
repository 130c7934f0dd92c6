package org.teishutsu.notify.campaign;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.notify.letter.LetterText;
import org.teishutsu.notify.posting.LetterWriting;

/** What the letters of campaigns say, for those who print them. */
@Singleton
class CampaignLetters implements LetterWriting {
    private final Campaigns campaigns;
    private final RunningMailings mailings;
    private final CorrectionMessages corrections;

    CampaignLetters(Campaigns campaigns, RunningMailings mailings, CorrectionMessages corrections) {
        this.corrections = corrections;
        this.campaigns = campaigns;
        this.mailings = mailings;
    }

    @Override
    public Wording of(UUID id, boolean correcting, @Nullable UUID template, LocalDate dated) {
        Campaign campaign = campaigns.get(id);
        if (campaign.state() != CampaignState.RUNNING && campaign.state() != CampaignState.COMPLETE) {
            throw ProblemException.illegalTransition("campaign " + id, campaign.state(), CampaignState.RUNNING);
        }
        if (correcting) {
            CorrectionMessages.Letter letter = corrections.letter(id, template);
            return new Written(letter.template(), letter.message(), dated);
        }
        return new Written(
                LetterWordings.chosen(campaign.letterTemplateId(), template),
                mailings.letterMessage(id, template),
                dated);
    }

    private record Written(UUID template, CampaignMessage message, LocalDate dated) implements Wording {

        @Override
        public LetterText text(Content content) {
            return message.letter(content.told(), content.retracted(), dated);
        }
    }
}

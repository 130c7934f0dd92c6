package org.teishutsu.notify.campaign;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
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

    CampaignLetters(Campaigns campaigns, RunningMailings mailings) {
        this.campaigns = campaigns;
        this.mailings = mailings;
    }

    @Override
    public Wording of(UUID id, @Nullable UUID template, LocalDate dated) {
        Campaign campaign = campaigns.get(id);
        if (campaign.state() != CampaignState.RUNNING && campaign.state() != CampaignState.COMPLETE) {
            throw ProblemException.illegalTransition("campaign " + id, campaign.state(), CampaignState.RUNNING);
        }
        CampaignMessage message = mailings.letterMessage(id, template);
        return new Wording() {
            @Override
            public UUID template() {
                return LetterWordings.chosen(campaign.letterTemplateId(), template);
            }

            @Override
            public LetterText text(Map<String, Long> told) {
                return message.letter(told, dated);
            }
        };
    }
}

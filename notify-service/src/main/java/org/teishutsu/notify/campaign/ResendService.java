package org.teishutsu.notify.campaign;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.Channel;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.notify.recipient.RecipientDirectory;
import org.teishutsu.platform.page.Page;

/**
 * Sends the message once more, to the contact as it is in the ledger, by the channel that the plan would choose: the desk
 * says to whom, never where to.
 */
@Singleton
@Transactional
class ResendService {

    private static final Set<CampaignState> STARTED =
            EnumSet.of(CampaignState.RUNNING, CampaignState.PAUSED, CampaignState.COMPLETE);

    private final Campaigns campaigns;
    private final Resends resends;
    private final RecipientDirectory recipients;

    ResendService(Campaigns campaigns, Resends resends, RecipientDirectory recipients) {
        this.campaigns = campaigns;
        this.resends = resends;
        this.recipients = recipients;
    }

    ResendView resend(UUID campaign, ResendRequest request, String by) {
        if (!STARTED.contains(campaigns.get(campaign).state())) {
            throw notReady("The campaign is not started, or cancelled");
        }
        UUID recipient = recipients
                .partyOf(request.recipient())
                .orElseThrow(() -> ProblemException.invalid("recipient", "there is no such recipient"));
        recipients.hold(recipient);
        Resends.Case stands = resends.of(campaign, recipient)
                .orElseThrow(() -> ProblemException.invalid("recipient", "is not told anything by this campaign"));
        if (stands.closed()) {
            throw notReady("The recipient is closed: lift that first");
        }
        if (stands.waiting()) {
            throw new ProblemException(ProblemType.ALREADY_EXISTS, "Something for this recipient is under way");
        }
        if (stands.channel() == Channel.LETTER && !stands.hasAddress()) {
            throw notReady("There is no address to write to: a change of contact data comes first");
        }
        return resends.add(campaign, recipient, stands, request.reason().strip(), by);
    }

    private static ProblemException notReady(String why) {
        return new ProblemException(ProblemType.NOT_READY, why);
    }

    Page<ResendView> list(UUID campaign, @Nullable UUID after, int limit) {
        campaigns.get(campaign);
        return Page.of(resends.after(campaign, after, limit + 1), limit, ResendView::delivery);
    }
}

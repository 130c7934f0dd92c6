package org.teishutsu.notify.closing;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.NotToldReason;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.notify.campaign.OvertakenDeliveries;
import org.teishutsu.notify.campaign.Unreached;
import org.teishutsu.notify.exposure.Ledger;
import org.teishutsu.notify.recipient.RecipientDirectory;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.time.Facts;

/** Closes recipients: proposed by one person with a list that stays as it is, released by another. */
@Singleton
@Transactional
class ClosingService {

    private final Closings closings;
    private final Members members;
    private final RecipientDirectory recipients;
    private final Unreached unreached;
    private final OvertakenDeliveries overtaken;
    private final Ledger ledger;
    private final Facts facts;

    ClosingService(
            Closings closings,
            Members members,
            RecipientDirectory recipients,
            Unreached unreached,
            OvertakenDeliveries overtaken,
            Ledger ledger,
            Facts facts) {
        this.closings = closings;
        this.members = members;
        this.recipients = recipients;
        this.unreached = unreached;
        this.overtaken = overtaken;
        this.ledger = ledger;
        this.facts = facts;
    }

    ClosingView propose(ClosingRequest request, String by) {
        Set<UUID> parties = parties(request);
        if (parties.isEmpty()) {
            throw new ProblemException(ProblemType.NOT_READY, "Nobody is not told for this reason");
        }
        Closing closing = Closing.propose(request, parties.size(), by, facts.stamp());
        closings.persistAndFlush(closing);
        int added = members.add(closing.id(), parties, request.campaign());
        if (added != parties.size()) {
            throw ProblemException.invalid("recipients", (parties.size() - added) + " of them have nothing to be told");
        }
        closing.seal(members.digest(closing.id(), closing.proposed()));
        return closing.view(0);
    }

    private Set<UUID> parties(ClosingRequest request) {
        NotToldReason reason = request.notTold();
        UUID campaign = request.campaign();
        if (reason != null && campaign != null) {
            return unreached.of(campaign, reason, request.onlyIfNothingLeft());
        }
        if (campaign != null) {
            unreached.requireExists(campaign);
        }
        Set<UUID> parties = new LinkedHashSet<>();
        for (UUID named : request.recipients() == null ? List.<UUID>of() : request.recipients()) {
            parties.add(recipients
                    .partyOf(named)
                    .orElseThrow(() -> ProblemException.invalid("recipients", "there is no recipient " + named)));
        }
        return parties;
    }

    /**
     * A second person's word, which makes it so: what was planned for those on the list is cancelled.
     *
     * @throws ProblemException CHANGED_SINCE if anybody's items, or why he is not told, are not what was proposed
     */
    ClosingView release(UUID id, String digest, String by) {
        ledger.lock();
        Closing closing = closings.hold(id);
        closing.requireReleasable(digest, by);
        List<UUID> list = members.recipients(id);
        long changed = members.changed(id, list, closing.campaign()) + toldSince(closing, list);
        if (changed > 0) {
            throw closing.changedSince(changed);
        }
        closing.release(by, facts.stamp());
        closings.flush();
        overtaken.drop();
        return closing.view(0);
    }

    /** Of a list by reason, those who are not on it any more. */
    private long toldSince(Closing closing, Collection<UUID> list) {
        NotToldReason reason = closing.notTold();
        UUID campaign = closing.campaign();
        if (reason == null || campaign == null) {
            return 0;
        }
        Set<UUID> left = new HashSet<>(list);
        left.removeAll(unreached.of(campaign, reason, closing.onlyIfNothingLeft()));
        return left.size();
    }

    ClosingView giveBack(UUID id, String reason, String by) {
        Closing closing = closings.hold(id);
        closing.giveBack(reason, by, facts.stamp());
        return closing.view(0);
    }

    /** For one of the list it does not count from now on: he is to be told again. One person's word suffices for that. */
    ClosingView lift(UUID id, UUID recipient, String reason, String by) {
        Closing closing = closings.hold(id);
        if (!closing.isReleased() || !members.lift(id, recipient, reason, by, facts.stamp())) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION, "Recipient " + recipient + " is not closed by closing " + id);
        }
        return get(id);
    }

    ClosingView get(UUID id) {
        return views(List.of(closings.get(id))).get(0);
    }

    Page<ClosingView> list(@Nullable ClosingState state, @Nullable UUID after, int limit) {
        return Page.of(views(closings.page(state, after, limit)), limit, ClosingView::id);
    }

    Page<ClosingView.Member> members(UUID id, @Nullable UUID after, int limit) {
        closings.get(id);
        return Page.of(members.after(id, after, limit + 1), limit, ClosingView.Member::recipient);
    }

    private List<ClosingView> views(List<Closing> found) {
        Map<UUID, Long> lifted = members.lifted(found.stream().map(Closing::id).toList());
        return found.stream()
                .map(closing -> closing.view(lifted.getOrDefault(closing.id(), 0L)))
                .toList();
    }
}

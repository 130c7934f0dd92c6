package org.teishutsu.notify.merge;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.notify.exposure.Ledger;
import org.teishutsu.notify.exposure.LedgerChanged;
import org.teishutsu.notify.merge.MergeView.Side;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.time.Facts;

/** Settles who of two recipients are one: decided by one person with a reason, released by another. */
@Singleton
@Transactional
class MergeService {

    private static final List<MergeState> UNSETTLED =
            List.of(MergeState.OPEN, MergeState.TO_MERGE, MergeState.TO_KEEP_APART);

    private final MergeProposals proposals;
    private final Sides sides;
    private final Merger merger;
    private final Ledger ledger;
    private final Facts facts;
    private final Event<LedgerChanged> ledgerChanged;

    MergeService(
            MergeProposals proposals,
            Sides sides,
            Merger merger,
            Ledger ledger,
            Facts facts,
            Event<LedgerChanged> ledgerChanged) {
        this.proposals = proposals;
        this.sides = sides;
        this.merger = merger;
        this.ledger = ledger;
        this.facts = facts;
        this.ledgerChanged = ledgerChanged;
    }

    /** Those that are not settled, unless a state is named. */
    Page<MergeView> list(@Nullable MergeState state, @Nullable UUID after, int limit) {
        List<MergeProposal> found = proposals.page(state == null ? UNSETTLED : List.of(state), after, limit);
        return Page.of(views(found), limit, MergeView::id);
    }

    MergeView get(UUID id) {
        return view(proposals.get(id));
    }

    MergeView decide(UUID id, MergeDecision body, String by) {
        MergeProposal proposal = proposals.hold(id);
        proposal.decide(
                body.decision() == MergeDecision.Verdict.MERGE, body.reason().strip(), by, facts.stamp());
        return view(proposal);
    }

    MergeView takeBack(UUID id, String by) {
        MergeProposal proposal = proposals.hold(id);
        proposal.reopen(by);
        return view(proposal);
    }

    /**
     * A second person's word, which makes it so.
     *
     * @throws ProblemException CHANGED_SINCE if decision or parties are not what the digest was given for
     */
    MergeView release(UUID id, String digest, String by) {
        ledger.lock();
        MergeProposal proposal = proposals.hold(id);
        boolean merge = proposal.requireReleasable(by);
        if (!view(proposal).digest().equals(digest)) {
            throw proposal.changedSince();
        }
        if (merge) {
            requireReachable(proposal);
        }
        Instant stamp = facts.stamp();
        proposal.release(by, stamp);
        if (merge) {
            merger.merge(proposal, stamp);
            proposals.unsettledOf(proposal.recipient()).forEach(MergeProposal::overtake);
            ledger.changed();
            ledgerChanged.fire(new LedgerChanged(null));
        }
        return view(proposal);
    }

    /** The ledger keeps the survivor's contact data; what only the other one has would be lost to whoever writes. */
    private void requireReachable(MergeProposal proposal) {
        Map<UUID, Side> byId = sides.of(List.of(proposal.recipient(), proposal.customer()));
        if (!side(byId, proposal.customer()).reachable()
                && side(byId, proposal.recipient()).reachable()) {
            throw proposal.wouldBeUnreachable();
        }
    }

    private MergeView view(MergeProposal proposal) {
        return views(List.of(proposal)).get(0);
    }

    private List<MergeView> views(List<MergeProposal> found) {
        List<UUID> parties = found.stream()
                .flatMap(proposal -> Stream.of(proposal.recipient(), proposal.customer()))
                .distinct()
                .toList();
        Map<UUID, Side> byId = sides.of(parties);
        return found.stream().map(proposal -> view(proposal, byId)).toList();
    }

    private static MergeView view(MergeProposal proposal, Map<UUID, Side> byId) {
        Side recipient = side(byId, proposal.recipient());
        Side customer = side(byId, proposal.customer());
        return proposal.view(recipient, customer, digest(proposal, recipient, customer));
    }

    private static Side side(Map<UUID, Side> byId, UUID id) {
        Side side = byId.get(id);
        if (side == null) {
            throw new IllegalStateException("There is no recipient " + id);
        }
        return side;
    }

    private static String digest(MergeProposal proposal, Side recipient, Side customer) {
        String lookedAt = String.join(
                "\n",
                proposal.decision(),
                recipient.items().toString(),
                customer.items().toString());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(lookedAt.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}

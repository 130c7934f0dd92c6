package org.teishutsu.notify.intake;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.common.problem.Violation;

/**
 * Whether what somebody wants to decide on waiting rows can be carried out; of many decisions all or none. Joins the
 * caller's transaction.
 */
@Singleton
class Admission {

    /** In which the row makes nobody: it means one of the ledger or is dropped. */
    private static final Set<Conflict> NEEDS_A_CANDIDATE = EnumSet.of(Conflict.SEVERAL_PARTIES, Conflict.UNKNOWN_PARTY);

    private final WaitingRows waiting;
    private final Decisions decisions;

    Admission(WaitingRows waiting, Decisions decisions) {
        this.waiting = waiting;
        this.decisions = decisions;
    }

    /**
     * A decision that can be recorded.
     *
     * @param recipient the one that is named, or is the only one who can be meant
     */
    record Admitted(
            int row,
            Conflict conflict,
            Decision decision,
            @Nullable UUID recipient,
            String reason) {}

    /**
     * As they are to be recorded, in the order in which they are asked for.
     *
     * @throws ProblemException NOT_FOUND for rows that do not wait, ALREADY_EXISTS for decided ones, INVALID_REQUEST
     */
    List<Admitted> admit(UUID list, List<AskedDecision> asked) {
        List<Integer> rows = asked.stream().map(AskedDecision::row).toList();
        Map<Integer, WaitingRows.Waiting> found = waiting.find(list, rows);
        requireWaiting(rows, found.keySet());
        requireUndecided(decisions.standing(list, rows));
        Map<Integer, List<UUID>> candidates = waiting.candidateIds(
                list,
                asked.stream()
                        .filter(one -> one.decision() == Decision.SAME_PARTY)
                        .map(AskedDecision::row)
                        .toList());
        List<Admitted> admitted = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (AskedDecision one : asked) {
            WaitingRows.Waiting row = Objects.requireNonNull(found.get(one.row()));
            try {
                if (!seen.add(one.row())) {
                    throw ProblemException.invalid(one.place() + "row", "is decided on twice in one call");
                }
                admitted.add(admitted(one, row, candidates.getOrDefault(one.row(), List.of())));
            } catch (ProblemException invalid) {
                violations.addAll(invalid.violations());
            }
        }
        if (!violations.isEmpty()) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    violations.get(0).field() + ": " + violations.get(0).message(),
                    violations);
        }
        return admitted;
    }

    private static void requireWaiting(List<Integer> rows, Set<Integer> waiting) {
        List<Integer> others =
                rows.stream().filter(row -> !waiting.contains(row)).toList();
        if (!others.isEmpty()) {
            throw ProblemException.notFound("waiting row", others.size() == 1 ? others.get(0) : others);
        }
    }

    private static void requireUndecided(Map<Integer, Decisions.Standing> standing) {
        if (!standing.isEmpty()) {
            throw new ProblemException(
                    ProblemType.ALREADY_EXISTS,
                    "Rows are decided on already, and a decision is taken back first: "
                            + standing.entrySet().stream()
                                    .map(one -> one.getKey() + " by "
                                            + one.getValue().by())
                                    .sorted()
                                    .toList());
        }
    }

    private static Admitted admitted(AskedDecision asked, WaitingRows.Waiting row, List<UUID> candidates) {
        if (asked.reason() == null || asked.reason().isBlank()) {
            throw ProblemException.invalid(asked.place() + "reason", "must say why");
        }
        if (asked.decision() == Decision.ANOTHER_PARTY) {
            requireTellable(asked, row);
        }
        return new Admitted(
                asked.row(),
                row.conflict(),
                asked.decision(),
                recipient(asked, row, candidates),
                asked.reason().strip());
    }

    private static @Nullable UUID recipient(AskedDecision asked, WaitingRows.Waiting row, List<UUID> candidates) {
        UUID named = asked.recipient();
        if (asked.decision() != Decision.SAME_PARTY) {
            if (named != null) {
                throw ProblemException.invalid(asked.place() + "recipient", "is named only for SAME_PARTY");
            }
            return null;
        }
        if (named != null) {
            if (!candidates.contains(named)) {
                throw ProblemException.invalid(asked.place() + "recipient", "is none of the candidates");
            }
            return named;
        }
        if (row.conflict() == Conflict.ITEMS_DIFFER) {
            return row.person().orElse(null);
        }
        if (candidates.size() > 1 || (candidates.isEmpty() && NEEDS_A_CANDIDATE.contains(row.conflict()))) {
            throw ProblemException.invalid(
                    asked.place() + "recipient", "must name one of the " + candidates.size() + " candidates");
        }
        return candidates.isEmpty() ? null : candidates.get(0);
    }

    /** A party of its own is found again by e-mail and name, or never. */
    private static void requireTellable(AskedDecision asked, WaitingRows.Waiting row) {
        String decision = asked.place() + "decision";
        if (row.conflict() == Conflict.UNKNOWN_PARTY) {
            throw ProblemException.invalid(decision, "a list that withdraws items makes nobody");
        }
        if (!row.identified()) {
            throw ProblemException.invalid(
                    decision, "the row has no e-mail by which another party than the one with the number is known");
        }
        if (row.conflict() == Conflict.ITEMS_DIFFER && !row.numbered()) {
            throw ProblemException.invalid(decision, "nothing tells the parties of these rows apart");
        }
    }
}

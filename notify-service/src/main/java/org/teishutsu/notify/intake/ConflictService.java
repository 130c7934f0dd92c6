package org.teishutsu.notify.intake;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.notify.intake.ConflictView.Candidate;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.time.Facts;

/**
 * Decides whom waiting rows mean. What one person decides of one list becomes an import of its own, which a second person
 * applies; until then the decision can be taken back.
 */
@Singleton
@Transactional
class ConflictService {

    /** In which the row makes nobody: it means one of the ledger or is dropped. */
    private static final Set<Conflict> NEEDS_A_CANDIDATE = EnumSet.of(Conflict.SEVERAL_PARTIES, Conflict.UNKNOWN_PARTY);

    private final Imports imports;
    private final ImportDetails details;
    private final WaitingRows waiting;
    private final Decisions decisions;
    private final Looking looking;
    private final Facts facts;

    ConflictService(
            Imports imports,
            ImportDetails details,
            WaitingRows waiting,
            Decisions decisions,
            Looking looking,
            Facts facts) {
        this.imports = imports;
        this.details = details;
        this.waiting = waiting;
        this.decisions = decisions;
        this.looking = looking;
        this.facts = facts;
    }

    /** Of a list all that wait; of an import that carries decisions out those it is about. */
    Page<ConflictView> list(UUID id, int after, int limit) {
        Import list = imports.get(id);
        List<ConflictView> rows = waiting.after(list.rowsOf(), list.decides() == null ? null : id, after, limit);
        return Page.of(rows, limit, ConflictView::row);
    }

    /** The import that carries the decision out, as it is with it. */
    ImportView decide(UUID id, int row, DecisionBody body, String by) {
        Import list = imports.hold(id);
        WaitingRows.Waiting found = waiting.find(id, row).orElseThrow(() -> notWaiting(row));
        decisions.find(id, row).ifPresent(standing -> {
            throw new ProblemException(
                    ProblemType.ALREADY_EXISTS,
                    "Row " + row + " was decided on by " + standing.by() + "; a decision is taken back first");
        });
        @Nullable UUID recipient = admitted(id, row, body, found);
        Optional<Import> held = imports.decidingFor(id, by);
        Instant now = facts.stamp();
        Import carrier = held.orElseGet(() -> {
            Import made = Import.deciding(list, by, now);
            imports.persistAndFlush(made);
            return made;
        });
        decisions.record(id, row, found.conflict(), body, recipient, carrier.id(), by, now);
        return looked(carrier);
    }

    /** The import that was to carry the decision out; discarded if nothing is left of it. */
    ImportView takeBack(UUID id, int row, String by) {
        imports.hold(id);
        Decisions.Standing standing = decisions.find(id, row).orElseThrow(() -> notWaiting(row));
        Import carrier = imports.hold(standing.carrier());
        if (carrier.state() != ImportState.STAGED) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION,
                    "The decision on row " + row + " cannot be taken back: import " + carrier.id() + " is "
                            + carrier.state());
        }
        if (!standing.by().equals(by)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "The decision on row " + row + " is " + standing.by() + "'s to take back; whoever does not agree"
                            + " discards import " + carrier.id());
        }
        Instant now = facts.stamp();
        decisions.takeBack(id, row, by, now);
        if (!decisions.anyLeft(carrier.id())) {
            carrier.discard("Every decision was taken back", by, now);
            details.forgetRows(carrier.id());
            return carrier.view(details.of(carrier.id()));
        }
        return looked(carrier);
    }

    private ImportView looked(Import carrier) {
        carrier.lookAt(looking.look(carrier));
        return carrier.view(details.of(carrier.id()));
    }

    /** The recipient that is named, or is the only one who can be meant. */
    private @Nullable UUID admitted(UUID id, int row, DecisionBody body, WaitingRows.Waiting found) {
        if (body.decision() == Decision.ANOTHER_PARTY) {
            requireTellable(found);
        }
        if (body.decision() != Decision.SAME_PARTY) {
            if (body.recipient() != null) {
                throw ProblemException.invalid("recipient", "is named only for SAME_PARTY");
            }
            return null;
        }
        List<UUID> candidates = waiting.candidates(id, List.of(row)).getOrDefault(row, List.of()).stream()
                .map(Candidate::recipient)
                .toList();
        if (body.recipient() != null) {
            if (!candidates.contains(body.recipient())) {
                throw ProblemException.invalid("recipient", "is none of the candidates");
            }
            return body.recipient();
        }
        if (found.conflict() == Conflict.ITEMS_DIFFER) {
            return found.person().orElse(null);
        }
        if (candidates.size() > 1 || (candidates.isEmpty() && NEEDS_A_CANDIDATE.contains(found.conflict()))) {
            throw ProblemException.invalid("recipient", "must name one of the " + candidates.size() + " candidates");
        }
        return candidates.isEmpty() ? null : candidates.get(0);
    }

    /** A party of its own is found again by e-mail and name, or never. */
    private static void requireTellable(WaitingRows.Waiting found) {
        if (found.conflict() == Conflict.UNKNOWN_PARTY) {
            throw ProblemException.invalid("decision", "a list that withdraws items makes nobody");
        }
        if (!found.identified()) {
            throw ProblemException.invalid(
                    "decision", "the row has no e-mail by which another party than the one with the number is known");
        }
        if (found.conflict() == Conflict.ITEMS_DIFFER && !found.numbered()) {
            throw ProblemException.invalid("decision", "nothing tells the parties of these rows apart");
        }
    }

    private static ProblemException notWaiting(int row) {
        return ProblemException.notFound("waiting row", row);
    }
}

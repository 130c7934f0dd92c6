package org.teishutsu.notify.intake;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.time.Facts;

/**
 * Decides whom waiting rows mean. What one person decides of one list becomes an import of its own, which a second person
 * applies; until then the decision can be taken back. What it comes to is judged once a call, and before the stamp, since
 * everybody who asks for figures waits from the stamp on.
 */
@Singleton
@Transactional
class ConflictService {

    private final Imports imports;
    private final ImportDetails details;
    private final WaitingRows waiting;
    private final Admission admission;
    private final Decisions decisions;
    private final Looking looking;
    private final Facts facts;

    ConflictService(
            Imports imports,
            ImportDetails details,
            WaitingRows waiting,
            Admission admission,
            Decisions decisions,
            Looking looking,
            Facts facts) {
        this.imports = imports;
        this.details = details;
        this.waiting = waiting;
        this.admission = admission;
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

    /** The import that carries the decisions out, as it is with them. */
    ImportView decide(UUID id, List<AskedDecision> asked, String by) {
        Import list = imports.hold(id);
        List<Admission.Admitted> admitted = admission.admit(id, asked);
        Optional<Import> held = imports.decidingFor(id, by);
        Import carrier = held.orElseGet(() -> {
            Import made = Import.deciding(list, by, Decisions.NOT_STAMPED_YET);
            imports.persistAndFlush(made);
            return made;
        });
        decisions.record(id, admitted, carrier.id(), by);
        carrier.lookAt(looking.look(carrier));
        Instant now = facts.stamp();
        decisions.stamp(carrier.id(), now);
        if (held.isEmpty()) {
            carrier.stamp(now);
        }
        return carrier.view(details.of(carrier.id()));
    }

    /** The import that was to carry the decision out; discarded if nothing is left of it. */
    ImportView takeBack(UUID id, int row, String by) {
        imports.hold(id);
        Decisions.Standing standing = decisions.standing(id, List.of(row)).get(row);
        if (standing == null) {
            throw ProblemException.notFound("decision on row", row);
        }
        Import carrier = imports.hold(standing.carrier());
        requireTakenBackBy(by, row, standing, carrier);
        decisions.takeBack(id, row, by);
        boolean anyLeft = decisions.anyLeft(carrier.id());
        if (anyLeft) {
            carrier.lookAt(looking.look(carrier));
        }
        Instant now = facts.stamp();
        decisions.stampTakenBack(carrier.id(), now);
        if (!anyLeft) {
            carrier.discard("Every decision was taken back", by, now);
            details.forgetRows(carrier.id());
        }
        return carrier.view(details.of(carrier.id()));
    }

    private static void requireTakenBackBy(String by, int row, Decisions.Standing standing, Import carrier) {
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
    }
}

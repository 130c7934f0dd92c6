package org.teishutsu.report.order;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Instructions of one order with what corrects what. A correction stands in the place of the entry it corrects, however
 * late it is recorded: it mends what was written down then, and overrides nothing that the bureau said afterwards.
 */
final class RecordedInstructions {
    private final List<Instruction> inOrder;
    private final Map<UUID, Instruction> byId = new HashMap<>();
    private final Map<UUID, Instruction> corrections = new HashMap<>();

    /**
     * Of those.
     *
     * @param inOrder in the order they were recorded
     */
    RecordedInstructions(List<Instruction> inOrder) {
        this.inOrder = List.copyOf(inOrder);
        for (Instruction each : inOrder) {
            byId.put(each.id(), each);
            if (each.corrects() != null) {
                corrections.put(each.corrects(), each);
            }
        }
    }

    /** Those that fit: a correction that does not corrects nothing. */
    RecordedInstructions only(Predicate<Instruction> wanted) {
        return new RecordedInstructions(inOrder.stream().filter(wanted).toList());
    }

    RecordedInstructions knownAt(Instant asOf) {
        return only(each -> each.knownAt(asOf));
    }

    /** Everything, corrected entries included. */
    List<Instruction> all() {
        return inOrder;
    }

    /** Those that nothing corrects, each in the place of the first entry of its chain. */
    List<Instruction> standing() {
        return inOrder.stream()
                .filter(each -> !corrections.containsKey(each.id()))
                .sorted(Comparator.comparingInt(each -> inOrder.indexOf(root(each))))
                .toList();
    }

    /** What the amendments that stand put in the place of clauses, or add to them. */
    List<Clause> amendedClauses() {
        return standing().stream()
                .filter(each -> each.kind() == InstructionKind.AMENDMENT)
                .flatMap(amendment -> amendment.clauses().stream())
                .toList();
    }

    /** An entry and those it takes the place of. */
    Set<UUID> chain(Instruction entry) {
        Set<UUID> chain = new HashSet<>();
        for (Instruction each = entry; each != null; each = corrected(each)) {
            chain.add(each.id());
        }
        return chain;
    }

    private Instruction root(Instruction entry) {
        Instruction root = entry;
        for (Instruction before = corrected(entry); before != null; before = corrected(before)) {
            root = before;
        }
        return root;
    }

    private @Nullable Instruction corrected(Instruction entry) {
        return entry.corrects() == null ? null : byId.get(entry.corrects());
    }
}

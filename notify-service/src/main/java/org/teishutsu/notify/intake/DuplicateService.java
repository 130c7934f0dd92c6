package org.teishutsu.notify.intake;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;

/** Answers for whole lists until they are applied, and then for the rows that still wait: the others are gone. */
@Singleton
@Transactional
class DuplicateService {

    private final Imports imports;
    private final Duplicates duplicates;

    DuplicateService(Imports imports, Duplicates duplicates) {
        this.imports = imports;
        this.duplicates = duplicates;
    }

    Map<Duplicates.By, Duplicates.Count> count(UUID id) {
        requireRows(id);
        return duplicates.count(id);
    }

    void requireRows(UUID id) {
        Import list = imports.get(id);
        boolean hasRows = list.state() == ImportState.STAGED || list.state() == ImportState.APPLIED;
        if (!hasRows || list.decides() != null) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION,
                    "import " + id + " is " + list.state()
                            + " and has no rows of its own: duplicates are told of a list"
                            + " that is STAGED, and of what waits of one that is APPLIED");
        }
    }
}

package org.teishutsu.notify.intake;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;

/** Answers for lists that have not been applied: afterwards their rows are gone. */
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
        requireStaged(id);
        return duplicates.count(id);
    }

    void requireStaged(UUID id) {
        Import list = imports.get(id);
        if (list.state() != ImportState.STAGED || list.decides() != null) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION,
                    "import " + id + " is " + list.state() + ": duplicates are told of a list that is STAGED");
        }
    }
}

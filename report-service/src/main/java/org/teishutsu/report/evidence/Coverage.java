package org.teishutsu.report.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.measure.Stage;
import org.teishutsu.report.order.ClauseKind;

/**
 * Which clause of an order is covered by what, gaps first.
 *
 * @param gaps how many clauses have one
 */
record Coverage(UUID order, long gaps, List<Clause> clauses) {

    /** What is missing. */
    enum Gap {
        /** A clause that nothing is done about; the reporting clause is answered by the filings themselves. */
        NO_MEASURE,
        /** A stage that is recorded as done and that nothing shows to be. */
        DONE_WITHOUT_EVIDENCE
    }

    /** One clause; {@code gap} is its own or the first of its measures', null if there is none. */
    record Clause(
            int number,
            ClauseKind kind,
            String text,
            @Nullable Gap gap,
            List<Measure> measures,
            List<Proof> evidence) {}

    /** One measure that answers the clause. */
    record Measure(
            UUID id, String title, String owner, @Nullable Gap gap, List<Done> done, List<Proof> evidence) {}

    /** A stage that is done, and whether something shows it. */
    record Done(Stage stage, LocalDate on, boolean proven) {}

    /** A piece of evidence in its latest version. */
    record Proof(UUID id, String title, @Nullable Stage stage, int version, String sha256) {

        static Proof of(EvidenceView evidence) {
            EvidenceView.Version latest =
                    evidence.versions().get(evidence.versions().size() - 1);
            return new Proof(
                    evidence.id(), evidence.title(), evidence.about().stage(), latest.number(), latest.sha256());
        }
    }
}

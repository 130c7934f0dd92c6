package org.teishutsu.report.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.measure.Stage;
import org.teishutsu.report.order.Clause;
import org.teishutsu.report.order.ClauseKind;
import org.teishutsu.report.order.OrderService;

/** Lays clauses, measures and evidence beside each other; the number of statements does not grow with any of them. */
@ApplicationScoped
class CoverageService {
    private final OrderService orders;
    private final EvidenceService evidence;
    private final CoverageFacts facts;

    CoverageService(OrderService orders, EvidenceService evidence, CoverageFacts facts) {
        this.orders = orders;
        this.evidence = evidence;
        this.facts = facts;
    }

    @Transactional
    Coverage of(UUID order) {
        Known known = new Known(
                facts.answers(order).stream().collect(Collectors.groupingBy(CoverageFacts.Answer::clause)),
                facts.done(order),
                evidence.of(order).stream()
                        .collect(Collectors.groupingBy(each -> each.about().id())));
        List<Coverage.Clause> clauses = orders.get(order).clauses().stream()
                .map(known::clause)
                .sorted(Comparator.comparing((Coverage.Clause clause) -> clause.gap() == null)
                        .thenComparing(Coverage.Clause::number))
                .toList();
        long gaps = clauses.stream().filter(clause -> clause.gap() != null).count();
        return new Coverage(order, gaps, clauses);
    }

    /** What is recorded of an order: answers by clause, what is done by measure, evidence by what it is about. */
    private record Known(
            Map<Integer, List<CoverageFacts.Answer>> answers,
            Map<UUID, Map<Stage, LocalDate>> done,
            Map<UUID, List<EvidenceView>> evidence) {

        Coverage.Clause clause(Clause clause) {
            List<Coverage.Measure> measures = answers.getOrDefault(clause.number(), List.of()).stream()
                    .map(this::measure)
                    .sorted(Comparator.comparing(measure -> measure.gap() == null))
                    .toList();
            List<Coverage.Proof> proofs = evidence.values().stream()
                    .flatMap(List::stream)
                    .filter(each -> each.about().kind() == Subject.Kind.CLAUSE
                            && Objects.equals(each.about().clause(), clause.number()))
                    .map(Coverage.Proof::of)
                    .toList();
            return new Coverage.Clause(
                    clause.number(), clause.kind(), clause.text(), gapOf(clause.kind(), measures), measures, proofs);
        }

        private static Coverage.@Nullable Gap gapOf(ClauseKind kind, List<Coverage.Measure> measures) {
            if (measures.isEmpty()) {
                return kind == ClauseKind.REPORT ? null : Coverage.Gap.NO_MEASURE;
            }
            return measures.get(0).gap();
        }

        private Coverage.Measure measure(CoverageFacts.Answer answer) {
            UUID id = answer.measure();
            List<EvidenceView> about = evidence.getOrDefault(id, List.of());
            List<Coverage.Done> stages = done.getOrDefault(id, Map.of()).entrySet().stream()
                    .map(stage -> new Coverage.Done(
                            stage.getKey(),
                            stage.getValue(),
                            about.stream().anyMatch(each -> each.proves(id, stage.getKey()))))
                    .toList();
            return new Coverage.Measure(
                    id,
                    answer.title(),
                    answer.owner(),
                    stages.stream().allMatch(Coverage.Done::proven) ? null : Coverage.Gap.DONE_WITHOUT_EVIDENCE,
                    stages,
                    about.stream().map(Coverage.Proof::of).toList());
        }
    }
}

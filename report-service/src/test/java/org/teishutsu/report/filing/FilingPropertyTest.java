package org.teishutsu.report.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teishutsu.common.figures.Combination;
import org.teishutsu.common.figures.Figures;
import org.teishutsu.common.figures.HarmFinding;
import org.teishutsu.common.figures.IncidentFigures;
import org.teishutsu.common.figures.InquiryKind;
import org.teishutsu.common.figures.NotToldReason;
import org.teishutsu.common.figures.Reach;
import org.teishutsu.common.figures.UnionFigures;
import org.teishutsu.report.filing.FilingFacts.Previous;
import org.teishutsu.report.filing.content.Block;
import org.teishutsu.report.filing.content.Figure;
import org.teishutsu.report.filing.content.FilingContent;
import org.teishutsu.report.filing.content.FilingJson;

/**
 * Random cases, month after month: whatever the ledger does, a filing that may be approved contradicts neither itself nor
 * the one before. What is asserted is counted from the printed page, not from what the page was made of.
 */
class FilingPropertyTest {
    private static final int MONTHS = 4;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597})
    void anApprovedFilingContradictsNeitherItselfNorItsPredecessor(long seed) {
        Random random = new Random(seed);
        Previous previous = null;
        FilingContent last = null;
        Ledger ledger = new Ledger(random);
        int approved = 0;
        for (int number = 0; number < MONTHS; number++) {
            ledger.month();
            FilingFacts facts = explained(random, facts(number, ledger.figures(), previous));
            FilingContent content = FilingFixtures.printed(FilingDrafter.draft(facts));
            boolean blocked = FilingChecks.run(facts, new Reproduction("0a", "0a", null)).stream()
                    .anyMatch(CheckResult::blocks);
            if (!blocked) {
                approved++;
                holdsTogether(content);
                if (last != null) {
                    follows(content, last, facts.explanations());
                }
                assertThat(FilingJson.read(FilingJson.text(content))).isEqualTo(content);
                last = content;
                previous = new Previous(FilingKind.of(number), number, facts.asOf(), numbers(content), List.of());
            } else {
                assertThat(ledger.isSound() && !ledger.differs(last, facts))
                        .as("a sound ledger that only grows is not stopped: seed %d, month %d", seed, number)
                        .isFalse();
            }
        }
        assertThat(approved).as("a case that is never approved shows nothing").isPositive();
    }

    /** Published figures would have to move with the random ledger: here nothing is published. */
    private static FilingFacts facts(int number, Figures figures, Previous previous) {
        FilingFacts facts = FilingFixtures.facts(number, figures, previous, true);
        return FilingFixtures.unpublished(facts);
    }

    private static FilingFacts explained(Random random, FilingFacts facts) {
        Map<String, String> explanations = new HashMap<>();
        FigureBook book = new FigureBook(facts);
        for (Gap gap : Gap.toLastReport(facts, book)) {
            if (gap.isThere() && random.nextBoolean()) {
                explanations.put(gap.key(), "重複を除いた。");
            }
        }
        return FilingFixtures.explained(facts, explanations);
    }

    /** The same figure prints the same number everywhere, and what is said to be a sum is one. */
    private static void holdsTogether(FilingContent content) {
        Map<String, Figure> figures =
                content.printedFigures().stream().collect(Collectors.toMap(Figure::key, figure -> figure));
        content.all().flatMap(section -> section.blocks().stream()).forEach(block -> {
            if (block instanceof Block.Table table) {
                table.figures()
                        .forEach(cell -> assertThat(table.rows().get(cell.row()).get(cell.column()))
                                .isIn(printed(Objects.requireNonNull(figures.get(cell.key())))));
            }
        });
        assertThat(Numbers.withoutSource(content)).isEmpty();
        figures.values().stream()
                .filter(figure -> !figure.parts().isEmpty())
                .forEach(figure -> assertThat(figure.parts().stream()
                                .mapToLong(Figure.Part::value)
                                .sum())
                        .as(figure.key())
                        .isEqualTo(figure.value()));
        assertThat(sum(content, "個別通知の状況（実人数）")).isEqualTo(numbers(content).get(LeakFigures.RECIPIENTS));
    }

    private static List<String> printed(Figure figure) {
        List<String> printed = new ArrayList<>();
        for (Shown.Aspect aspect : Shown.Aspect.values()) {
            printed.add(new Shown(figure, aspect).printed());
        }
        return printed;
    }

    /** What the rows of a table add up to, read from its cells; its total row left out. */
    private static long sum(FilingContent content, String caption) {
        Block.Table table = content.all()
                .flatMap(section -> section.blocks().stream())
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .filter(candidate -> candidate.caption().equals(caption))
                .findFirst()
                .orElseThrow();
        int column = table.columns().size() == 2 ? 1 : 2;
        return table.rows().subList(0, table.rows().size() - 1).stream()
                .mapToLong(row -> Long.parseLong(row.get(column).replaceAll("[^0-9]", "")))
                .sum();
    }

    private static void follows(FilingContent content, FilingContent last, Map<String, String> explanations) {
        Map<String, Long> before = numbers(last);
        for (Figure figure : content.printedFigures()) {
            assertThat(figure.before()).as(figure.key()).isEqualTo(before.get(figure.key()));
        }
        for (String key : List.of(LeakFigures.EXPOSURES, LeakFigures.RECIPIENTS, NotificationFigures.INQUIRIES)) {
            long now = numbers(content).get(key);
            if (now < before.get(key)) {
                assertThat(explanations).containsKey(key);
                assertThat(content.toString()).contains(explanations.get(key));
            }
        }
    }

    private static Map<String, Long> numbers(FilingContent content) {
        Map<String, Long> numbers = new TreeMap<>();
        content.printedFigures().forEach(figure -> {
            Long value = figure.value();
            if (value != null) {
                numbers.put(figure.key(), value);
            }
        });
        return numbers;
    }

    /** A ledger that mostly grows, sometimes shrinks, and sometimes does not add up. */
    private static final class Ledger {
        private final Random random;
        private final Figures example = FilingFixtures.figures();
        private final Map<Integer, List<Long>> combinations = new HashMap<>();
        private long inquiries;
        private boolean sound;

        Ledger(Random random) {
            this.random = random;
            for (int i = 0; i < 2; i++) {
                combinations.put(
                        i,
                        example.incidents().get(i).combinations().stream()
                                .map(one -> 1L + random.nextInt(1000))
                                .collect(Collectors.toCollection(ArrayList::new)));
            }
        }

        void month() {
            sound = random.nextInt(5) > 0;
            inquiries += random.nextInt(50);
            combinations.values().forEach(counts -> {
                int which = random.nextInt(counts.size());
                long change = random.nextInt(4) == 0 ? -random.nextInt(3) : random.nextInt(20);
                counts.set(which, Math.max(1, counts.get(which) + change));
            });
        }

        boolean isSound() {
            return sound;
        }

        /** Whether something is less than the last report said. */
        boolean differs(FilingContent last, FilingFacts facts) {
            return last != null
                    && Gap.toLastReport(facts, new FigureBook(facts)).stream().anyMatch(Gap::isThere);
        }

        Figures figures() {
            List<IncidentFigures> incidents = new ArrayList<>();
            long exposures = 0;
            for (int i = 0; i < 2; i++) {
                IncidentFigures one = example.incidents().get(i);
                List<Combination> all = new ArrayList<>();
                for (int j = 0; j < one.combinations().size(); j++) {
                    all.add(new Combination(
                            one.combinations().get(j).items(),
                            combinations.get(i).get(j)));
                }
                long sum = all.stream().mapToLong(Combination::exposures).sum();
                exposures += sum;
                incidents.add(new IncidentFigures(one.incident(), sum, all, Map.of(Reach.SENT, sum)));
            }
            long both = random.nextInt(10);
            return new Figures(
                    example.asOf(), example.noReturnAfter(), incidents, union(exposures, exposures - both, both));
        }

        private UnionFigures union(long exposures, long recipients, long both) {
            Map<Reach, Long> reach = new EnumMap<>(Reach.class);
            long left = recipients - (sound ? 0 : 1);
            long notReached = Math.min(left, random.nextInt(30));
            reach.put(Reach.NOT_REACHED, notReached);
            reach.put(Reach.SENT, left - notReached);
            return new UnionFigures(
                    exposures,
                    recipients,
                    both,
                    reach,
                    Map.of(),
                    Map.of(NotToldReason.BOUNCED, notReached),
                    Map.of(),
                    Map.of(),
                    Map.of(InquiryKind.QUESTION, inquiries),
                    Map.of(HarmFinding.ALLEGED, 0L));
        }
    }

    /** Only here so that the calendar's closed days are met on the way: each month's dates follow from the rule. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void eachPeriodHasExactlyOneReportWhateverTheAnchor(long seed) {
        Random random = new Random(seed);
        LocalDate anchor = LocalDate.of(2017, 1, 1).plusDays(random.nextInt(1500));
        List<LocalDate> nominal = new ArrayList<>();
        for (int number = 0; number < 36; number++) {
            nominal.add(FilingFixtures.rule(anchor).dates(number).nominal());
        }
        assertThat(nominal).doesNotHaveDuplicates().isSorted();
        assertThat(nominal.stream().map(day -> day.withDayOfMonth(1))).doesNotHaveDuplicates();
    }
}

package org.teishutsu.demo.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.teishutsu.demo.input.Csv;
import org.teishutsu.demo.input.InputLists;

/** Both lists read again: the ground truth every check is made against. */
final class InputReading {

    private static final Map<String, LocalDate> FIRST_DAY =
            Map.of("2016-attack", LocalDate.of(2016, 7, 1), "2017-attack", LocalDate.of(2017, 7, 13));

    private final Set<String> knownItems;
    private final Map<String, Affected> people = new LinkedHashMap<>();
    private final Map<String, Integer> usesOfAddress = new HashMap<>();
    private final Map<String, Map<String, Long>> combinations = new TreeMap<>();
    private final Map<String, List<Integer>> brokenLines = new TreeMap<>();

    private InputReading(Set<String> knownItems) {
        this.knownItems = knownItems;
    }

    static InputReading of(Path folder, Set<String> knownItems) throws IOException {
        InputReading reading = new InputReading(knownItems);
        reading.read("2017-attack", InputLists.list2017(folder), StandardCharsets.UTF_8);
        reading.read("2016-attack", InputLists.list2016(folder), InputLists.CP932);
        for (Affected person : reading.people.values()) {
            reading.usesOfAddress.merge(person.row().email(), 1, Integer::sum);
        }
        return reading;
    }

    Collection<Affected> people() {
        return people.values();
    }

    /** Exposures by item set (codes sorted, joined by a bar). */
    Map<String, Long> combinations(String incident) {
        return combinations.getOrDefault(incident, Map.of());
    }

    long exposures(String incident) {
        return combinations(incident).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Lines of the file, its header being line 1, that hold no valid row. */
    List<Integer> brokenLines(String incident) {
        return brokenLines.getOrDefault(incident, List.of());
    }

    long inBoth() {
        return people.values().stream()
                .filter(person -> person.itemsByIncident().size() > 1)
                .count();
    }

    @Nullable String letterReason(Affected person) {
        LocalDate first = person.itemsByIncident().keySet().stream()
                .map(incident -> Objects.requireNonNull(FIRST_DAY.get(incident)))
                .min(LocalDate::compareTo)
                .orElseThrow();
        boolean shared = usesOfAddress.getOrDefault(person.row().email(), 0) > 1;
        return person.letterReason(shared, first);
    }

    private void read(String incident, Path list, Charset charset) throws IOException {
        List<Integer> broken = new ArrayList<>();
        int[] line = {0};
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(list), charset.newDecoder()))) {
            Csv.read(reader, cells -> {
                line[0]++;
                if (line[0] > 1) {
                    Optional<ListRow> row = ListRow.of(cells, knownItems);
                    row.ifPresentOrElse(valid -> add(incident, valid), () -> broken.add(line[0]));
                }
            });
        }
        brokenLines.put(incident, broken);
    }

    private void add(String incident, ListRow row) {
        people.computeIfAbsent(row.identity(), any -> new Affected(row)).add(incident, row.items());
        combinations
                .computeIfAbsent(incident, any -> new TreeMap<>())
                .merge(String.join("|", row.items()), 1L, Long::sum);
    }
}

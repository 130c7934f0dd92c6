package org.teishutsu.demo.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.teishutsu.demo.platform.Trouble;

/**
 * What to measure, from the environment.
 *
 * @param rows the sizes
 * @param rounds how often each size, in the same order
 * @param xlsxRows of the .xlsx list; 0: none
 * @param folder where lists, logs and the suite's run folder go
 * @param results where the result table goes
 */
record BenchSettings(List<Integer> rows, List<Integer> rounds, int xlsxRows, Path folder, Path results) {

    BenchSettings {
        rows = List.copyOf(rows);
        rounds = List.copyOf(rounds);
        if (rows.size() != rounds.size()) {
            throw new Trouble("TEISHUTSU_BENCH_ROWS and TEISHUTSU_BENCH_ROUNDS name differently many sizes");
        }
    }

    static BenchSettings of(Path project, Map<String, String> environment) {
        return new BenchSettings(
                numbers(environment.getOrDefault("TEISHUTSU_BENCH_ROWS", "112364 1000000")),
                numbers(environment.getOrDefault("TEISHUTSU_BENCH_ROUNDS", "5 3")),
                numbers(environment.getOrDefault("TEISHUTSU_BENCH_XLSX", "112364"))
                        .get(0),
                Path.of(System.getProperty("teishutsu.bench", "target/bench-import"))
                        .toAbsolutePath(),
                Path.of(environment.getOrDefault(
                        "TEISHUTSU_BENCH_RESULTS",
                        project.resolve("bench/RESULTS.md").toString())));
    }

    private static List<Integer> numbers(String text) {
        if (!text.matches("\\d{1,8}( \\d{1,8})*")) {
            throw new Trouble("not a list of numbers: " + text);
        }
        return Stream.of(text.split(" ", -1)).map(Integer::valueOf).toList();
    }
}

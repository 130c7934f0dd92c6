package org.teishutsu.demo.bench;

import java.nio.file.Path;
import java.util.Map;
import org.teishutsu.demo.platform.Trouble;

/**
 * What to measure, from the environment.
 *
 * @param messages measured in each round
 * @param warmUp sent before them
 * @param slow messages to a receiver that takes its time; 0: none
 * @param queue deliveries of a long queue; 0: none
 */
record DispatchSettings(int messages, int warmUp, int rounds, int slow, int queue, Path folder, Path results) {

    static DispatchSettings of(Path project, Map<String, String> environment) {
        return new DispatchSettings(
                number(environment, "TEISHUTSU_BENCH_MESSAGES", 100_000),
                number(environment, "TEISHUTSU_BENCH_WARM_UP", 10_000),
                number(environment, "TEISHUTSU_BENCH_ROUNDS", 3),
                number(environment, "TEISHUTSU_BENCH_SLOW", 10_000),
                number(environment, "TEISHUTSU_BENCH_QUEUE", 1_000_000),
                Path.of(System.getProperty("teishutsu.bench", "target/bench-dispatch"))
                        .toAbsolutePath(),
                Path.of(environment.getOrDefault(
                        "TEISHUTSU_BENCH_RESULTS",
                        project.resolve("bench/RESULTS.md").toString())));
    }

    private static int number(Map<String, String> environment, String name, int otherwise) {
        String text = environment.getOrDefault(name, Integer.toString(otherwise));
        if (!text.matches("\\d{1,8}")) {
            throw new Trouble(name + " is not a number: " + text);
        }
        return Integer.parseInt(text);
    }
}

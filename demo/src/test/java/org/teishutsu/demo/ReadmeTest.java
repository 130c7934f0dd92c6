package org.teishutsu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.problem.ProblemType;

/** What the README promises about the code is so. */
class ReadmeTest {

    private static final Path PROJECT = Path.of("..");
    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([a-z.]+)\"\\)");
    private static final Pattern KEY =
            Pattern.compile("(?m)^    (?:@Min\\S+ )?(?:@Max\\S+ )?[A-Za-z<>.]+ ([a-z][A-Za-z]*)\\(\\);");

    @Test
    void tableListsEveryConfigurationKey() throws IOException {
        List<String> rows = Files.readAllLines(PROJECT.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        List<Path> mappings = mappings();
        assertThat(mappings).hasSizeGreaterThan(4);
        for (Path mapping : mappings) {
            String source = Files.readString(mapping);
            String prefix =
                    PREFIX.matcher(source).results().findFirst().orElseThrow().group(1);
            List<String> keys =
                    KEY.matcher(source).results().map(ReadmeTest::kebab).toList();
            assertThat(keys).as(mapping.toString()).isNotEmpty();
            for (String key : keys) {
                assertThat(rows)
                        .as("README names %s.%s", prefix, key)
                        .anyMatch(row -> row.contains("`" + prefix + ".") && row.contains("." + key));
            }
        }
    }

    @Test
    void readmeNamesEveryProblem() throws IOException {
        String readme = Files.readString(PROJECT.resolve("README.md"));
        assertThat(ProblemType.values())
                .allSatisfy(type -> assertThat(readme)
                        .contains("`" + type.name().toLowerCase(Locale.ROOT).replace('_', '-') + "`"));
    }

    @Test
    void readmeIsShort() throws IOException {
        assertThat(Files.readAllLines(PROJECT.resolve("README.md"))).hasSizeLessThanOrEqualTo(150);
    }

    private static String kebab(MatchResult key) {
        return key.group(1).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static List<Path> mappings() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT)) {
            return files.filter(file -> file.toString().endsWith("Config.java"))
                    .filter(file -> file.toString().contains("src/main/java"))
                    .filter(ReadmeTest::isMapping)
                    .toList();
        }
    }

    private static boolean isMapping(Path file) {
        try {
            return Files.readString(file).contains("@ConfigMapping");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

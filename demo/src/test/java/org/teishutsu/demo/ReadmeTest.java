package org.teishutsu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private static final Pattern KEY = Pattern.compile("(?m)^ +(?:@\\S+ )*([A-Za-z<>.]+) ([a-z][A-Za-z]*)\\(\\);");
    private static final Pattern SCHEDULED = Pattern.compile("\"\\$\\{([a-z.-]+):");

    @Test
    void everyConfigurationKeyIsDescribed() throws IOException {
        List<String> rows = Files.readAllLines(PROJECT.resolve("docs/configuration.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(keys())
                .hasSizeGreaterThan(20)
                .allSatisfy(key -> assertThat(rows)
                        .as("docs/configuration.md names %s", key)
                        .anyMatch(row -> row.contains("`" + key + "`")));
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

    private static List<String> keys() throws IOException {
        List<String> keys = new ArrayList<>();
        for (Path file : sources()) {
            String source = Files.readString(file);
            PREFIX.matcher(source).results().forEach(mapping -> keys.addAll(mapped(mapping.group(1), source)));
            SCHEDULED.matcher(source).results().map(key -> key.group(1)).forEach(keys::add);
        }
        return keys;
    }

    /** The keys of a mapping; those of an interface inside it belong to the group that is named after it. */
    private static List<String> mapped(String prefix, String source) {
        int inner = source.indexOf("    interface ");
        return KEY.matcher(source)
                .results()
                .filter(key -> !isGroup(key, source))
                .map(key -> prefix + (inner >= 0 && key.start() > inner ? "." + group(source, inner) : "") + "."
                        + kebab(key.group(2)))
                .toList();
    }

    private static boolean isGroup(MatchResult key, String source) {
        return source.contains("interface " + key.group(1) + " {");
    }

    private static String group(String source, int inner) {
        int name = inner + "    interface ".length();
        String type = source.substring(name, source.indexOf(' ', name));
        return kebab(type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1));
    }

    private static String kebab(String key) {
        return key.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("src/main/java"))
                    .toList();
        }
    }
}

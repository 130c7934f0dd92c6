package org.teishutsu.demo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** bench/RESULTS.md: one section a measurement, which its next run replaces. */
final class ResultFile {

    private static final String HEAD = """
            # Results

            Written by the measurements themselves (`./suite bench NAME`); each replaces its own section.
            """;

    private ResultFile() {}

    static void replace(Path file, String name, String section) throws IOException {
        String before = Files.exists(file) ? Files.readString(file) : HEAD;
        String heading = "\n## " + name + "\n";
        Pattern old = Pattern.compile(Pattern.quote(heading) + "(?s:.*?)(?=\n## |\\z)");
        String made = heading + "\n" + section.strip() + "\n";
        Matcher found = old.matcher(before);
        Files.writeString(file, found.find() ? found.replaceFirst(Matcher.quoteReplacement(made)) : before + made);
    }
}

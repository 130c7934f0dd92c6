package org.teishutsu.notify.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/intake.md promises is what is read, no less and no more. */
class IntakePageTest {

    private static final Path PAGE = Path.of("../docs/intake.md");

    @Test
    void everyColumnStandsThereWithAllItsNames() throws IOException {
        assertThat(rows("| read as | names"))
                .isEqualTo(Arrays.stream(ListColumn.values())
                        .map(column -> row("`" + column.header() + "`", names(column.aliases())))
                        .collect(Collectors.joining()));
    }

    @Test
    void everyPartStandsThereWithAllItsNames() throws IOException {
        assertThat(rows("| read as | part of"))
                .isEqualTo(Arrays.stream(ColumnPart.values())
                        .map(part -> row(
                                "`" + part.header() + "`", "`" + part.whole().header() + "`", names(part.aliases())))
                        .collect(Collectors.joining()));
    }

    @Test
    void everyReasonStandsThereInItsWords() throws IOException {
        assertThat(rows("| code |"))
                .isEqualTo(Arrays.stream(RowReason.values())
                        .map(reason -> row("`" + reason + "`", reason.japanese(), reason.english()))
                        .collect(Collectors.joining()));
    }

    private static String names(List<String> aliases) {
        return String.join(", ", aliases);
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** The rows of the table whose header begins so. */
    private static String rows(String header) throws IOException {
        String page = Files.readString(PAGE);
        String table = page.substring(page.indexOf(header))
                .lines()
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .collect(Collectors.joining("\n"));
        return table + "\n";
    }
}

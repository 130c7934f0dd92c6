package org.teishutsu.demo.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, UTF_8);

    @Test
    void japaneseTakesTwoCellsAndNumbersStandRight() {
        new Screen(out, false).table(List.of(List.of("項目", "n"), List.of("abc", "1,234"), List.of("a", "5")));
        assertThat(written.toString(UTF_8).lines()).containsExactly("  項目  n", "  abc   1,234", "  a         5");
    }

    @Test
    void aBarInALogSaysOnceHowItEnded() {
        try (ProgressBar bar = new Screen(out, false).bar("send", 10)) {
            bar.at(4);
            bar.at(2);
        }
        assertThat(written.toString(UTF_8).lines())
                .singleElement()
                .asString()
                .contains("[############------------------]")
                .contains("4 of 10");
    }

    @Test
    void aBarOnATerminalIsRedrawnInPlace() {
        try (ProgressBar bar = new Screen(out, true).bar("send", 10)) {
            bar.at(10);
        }
        assertThat(written.toString(UTF_8))
                .contains("\r  send")
                .contains("10 of 10")
                .endsWith("s\n");
    }
}

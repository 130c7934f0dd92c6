package org.teishutsu.common.font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The vendored fonts, read once per JVM, in the order in which a character is looked for. */
public final class PrintFonts {
    private PrintFonts() {}

    /** What everything is set in. */
    public static PrintFont regular() {
        return Loaded.REGULAR;
    }

    /** Headings and totals; has exactly the characters of {@link #regular()}. */
    public static PrintFont bold() {
        return Loaded.BOLD;
    }

    /** For characters the others lack, in regular and in bold text. */
    public static PrintFont fallback() {
        return Loaded.FALLBACK;
    }

    /** Whether the character can be printed, whatever the weight. */
    static boolean cover(int codePoint) {
        return Loaded.ANY_WEIGHT.stream().anyMatch(font -> font.covers(codePoint));
    }

    private static final class Loaded {
        static final PrintFont REGULAR = read("BIZ UDMincho", 400, "biz-udmincho/BIZUDMincho_400Regular.ttf");
        static final PrintFont BOLD = read("BIZ UDMincho", 700, "biz-udmincho/BIZUDMincho_700Bold.ttf");
        static final PrintFont FALLBACK = read("Noto Serif JP", 400, "noto-serif-jp/NotoSerifJP_400Regular.ttf");
        static final List<PrintFont> ANY_WEIGHT = List.of(REGULAR, FALLBACK);

        private Loaded() {}

        private static PrintFont read(String family, int weight, String file) {
            try (InputStream in = PrintFonts.class.getResourceAsStream("/fonts/" + file)) {
                if (in == null) {
                    throw new IllegalStateException("font file missing on the class path: /fonts/" + file);
                }
                return PrintFont.of(family, weight, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

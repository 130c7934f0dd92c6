package org.teishutsu.common.font;

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

    /** Reads the files when the first of them is asked for, not when this class is. */
    private static final class Loaded {
        static final PrintFont REGULAR =
                PrintFont.of("BIZ UDMincho", 400, "/fonts/biz-udmincho/BIZUDMincho_400Regular.ttf");
        static final PrintFont BOLD = PrintFont.of("BIZ UDMincho", 700, "/fonts/biz-udmincho/BIZUDMincho_700Bold.ttf");
        static final PrintFont FALLBACK =
                PrintFont.of("Noto Serif JP", 400, "/fonts/noto-serif-jp/NotoSerifJP_400Regular.ttf");
        static final List<PrintFont> ANY_WEIGHT = List.of(REGULAR, FALLBACK);

        private Loaded() {}
    }
}

package org.teishutsu.demo.terminal;

/** How many terminal cells a text takes: Japanese characters take two. */
final class Width {

    private static final int FIRST_WIDE = 0x2E80;

    private Width() {}

    static int of(String text) {
        return text.codePoints()
                .map(c -> c >= FIRST_WIDE && (c < 0xFF61 || c > 0xFFDC) ? 2 : 1)
                .sum();
    }

    /** Filled up with spaces: numbers on the left, all else on the right. */
    static String pad(String text, int width) {
        String space = " ".repeat(Math.max(0, width - of(text)));
        return text.matches("[\\d,.]+") ? space + text : text + space;
    }
}

package org.teishutsu.notify.letter;

import java.util.List;

/**
 * Measures of the sheet, in millimetres from its upper left corner: A4, folded twice into three parts of 99 mm, for an
 * envelope with a window.
 *
 * <p>長形3号 is 120 × 235 mm (JIS S 5502), DL 110 × 220 mm (ISO 269). The post asks for an address window of at least 45 × 80
 * mm; where it is, is the maker's choice, so where the address stands is a setting. The sheet can slide in its envelope, by
 * 25 mm along and 21 mm across in 長形3号, and what the window may show then is the first part of the sheet: nothing stands
 * there but the address, the date and who writes. Everything else begins below the first fold.
 */
final class Paper {
    static final double WIDTH = 210;
    static final double HEIGHT = 297;
    static final double FOLD = 99;

    static final double LEFT = 25;
    static final double RIGHT = 185;
    /** Where the flow begins: below the fold on the first page, below the head on others. */
    static final double FIRST_TOP = 107;

    static final double TOP = 28;
    static final double BOTTOM = 274;

    /** The column beside the address. */
    static final double HEAD_LEFT = 122;

    static final double HEAD_TOP = 22;
    static final double FOOT = 285;

    static final double BODY_SIZE = 10.5;
    static final double TITLE_SIZE = 14;
    static final double SMALL_SIZE = 7.5;
    /** From one line to the next, as a part of the size; the closer ones only to save a sheet. */
    static final List<Double> LEADINGS = List.of(1.62, 1.57, 1.52);

    private static final double POINTS_PER_MM = 72 / 25.4;

    private Paper() {}

    static double points(double millimetres) {
        return millimetres * POINTS_PER_MM;
    }

    static double millimetres(double points) {
        return points / POINTS_PER_MM;
    }
}

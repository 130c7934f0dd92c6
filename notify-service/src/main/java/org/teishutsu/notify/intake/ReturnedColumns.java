package org.teishutsu.notify.intake;

import java.util.List;

/** What stands in front of rows that come back to whoever sent them, and is dropped when they are sent again. */
final class ReturnedColumns {

    /** Of rejected rows. So long that no list of a firm has them by chance. */
    static final String LINE = "取込時の行 (line)";

    static final String REASONS = "取り込めない理由 (reasons)";

    static final List<String> NAMES = List.of(LINE, REASONS);

    /** Of rows that wait, all four together. */
    static final List<String> OF_WAITING = List.of("line", "column", "reason_ja", "reason_en");

    private ReturnedColumns() {}
}

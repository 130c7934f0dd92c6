package org.teishutsu.notify.intake;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;

/** What a file is by its first bytes, and for what cannot be read the way to something that can. */
enum FileKind {
    ZIP(null, "504b0304"),
    OLD_OFFICE(
            "The file is an old .xls, or a workbook with a password: save it as .xlsx without a password, or as CSV UTF-8",
            "d0cf11e0a1b11ae1"),
    UTF_16("The file is UTF-16 (\"Unicode text\" of a spreadsheet): save it as CSV UTF-8, or as .xlsx", "fffe", "feff"),
    PDF("The file is a PDF: send the list as CSV or .xlsx", "255044462d"),
    GZIP("The file is compressed: send the list itself", "1f8b", "377abcaf271c", "52617221"),
    TEXT(null);

    private final @Nullable String mend;
    /** In hexadecimal digits, joined: an enum holds nothing that could change. */
    private final String starts;

    FileKind(@Nullable String mend, String... starts) {
        this.mend = mend;
        this.starts = String.join("\n", starts);
    }

    static FileKind of(byte[] start) {
        String hex = HexFormat.of().formatHex(start);
        for (FileKind kind : values()) {
            if (kind.starts.lines().anyMatch(hex::startsWith)) {
                return kind;
            }
        }
        return isWideText(start) ? UTF_16 : TEXT;
    }

    /**
     * NUL beside each sign of ASCII, and hardly ever in its place (一 is 4E 00): UTF-16 without a mark. The first of them
     * stands in the header already; a list that is text has none there, whatever its cells hold.
     */
    private static boolean isWideText(byte[] start) {
        int even = 0;
        int odd = 0;
        boolean inHeader = false;
        boolean header = true;
        for (int i = 0; i < start.length; i++) {
            header &= start[i] != '\n' && start[i] != '\r';
            inHeader |= header && start[i] == 0;
            even += start[i] == 0 && i % 2 == 0 ? 1 : 0;
            odd += start[i] == 0 && i % 2 == 1 ? 1 : 0;
        }
        return inHeader && Math.max(even, odd) >= 3 && Math.max(even, odd) >= 4 * Math.min(even, odd);
    }

    /** Refuses what is no file of text, and says how to make one of it. */
    void requireText() {
        if (mend != null) {
            throw new ProblemException(ProblemType.UNREADABLE_FILE, mend);
        }
    }
}

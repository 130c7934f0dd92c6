package org.teishutsu.notify.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.Violation;

class ListReaderTest {

    private static final String ROW = "C1,INDIVIDUAL,山田 太郎,,t@example.jp,,,,,CURRENT,NAME\n";

    @Test
    void rowsAreNumberedByRecordAndByLine() {
        assertThat(Lists.rows(Lists.HEADER + ROW + "\n" + ROW.replace("山田 太郎", "\"山田\n太郎\"") + ROW))
                .extracting(CsvRow::rowNo, CsvRow::line)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, 2L),
                        org.assertj.core.groups.Tuple.tuple(2, 4L),
                        org.assertj.core.groups.Tuple.tuple(3, 6L));
    }

    @Test
    void aByteOrderMarkIsDropped() {
        assertThat(Lists.rows("\uFEFF" + Lists.HEADER + ROW)).hasSize(1);
    }

    @Test
    void theLastLineNeedsNoEnd() {
        assertThat(Lists.rows(Lists.HEADER + ROW.strip())).hasSize(1);
    }

    @Test
    void columnsMayStandInAnyOrderAndThoseOfReturnedRowsAreDropped() {
        ListReader reader = Lists.reader("items," + ReturnedColumns.LINE + ",name,email," + ReturnedColumns.REASONS
                + "\nNAME,7,山田 太郎,t@example.jp,x\n");
        CsvRow row = reader.next();
        assertThat(row).isNotNull();
        assertThat(reader.header().text(ListColumn.NAME, row.cells())).isEqualTo("山田 太郎");
        assertThat(reader.header().own(row.cells())).containsExactly("NAME", "山田 太郎", "t@example.jp");
    }

    @Test
    void aHeaderThatIsNoneIsRefusedWithoutRepeatingIt() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Lists.reader("C1,INDIVIDUAL,山田 太郎\n"))
                .satisfies(e -> assertThat(e.violations())
                        .extracting(Violation::message)
                        .noneMatch(message -> message.contains("山田"))
                        .contains("The column items is missing"));
    }

    @Test
    void aColumnTwiceIsRefused() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Lists.reader("name," + Lists.HEADER))
                .satisfies(e -> assertThat(e.violations())
                        .containsExactly(new Violation(
                                "header[4]", "This column stands in the header twice: column 1 is read as name, too")));
    }

    @Test
    void aFileOfNothingButLineEndsHasNoHeader() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Lists.reader("\n\n"))
                .withMessage("The file has no header");
    }

    @Test
    void aQuoteNeverClosedIsRefusedWithItsLine() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Lists.rows(Lists.HEADER + ROW + ROW.replace("山田 太郎", "\"山田 太郎") + ROW))
                .withMessage("The quote that opens in line 3 is never closed");
    }

    @Test
    void textBehindAClosingQuoteIsRefusedWithoutRepeatingIt() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Lists.rows(Lists.HEADER + ROW + ROW.replace("山田 太郎", "\"山田\" 太郎")))
                .withMessage("The quotes are broken in the record after line 2");
    }

    @Test
    void doubledQuotesAreText() {
        CsvRow row = Lists.rows(Lists.HEADER + ROW.replace("山田 太郎", "\"山田 \"\"T\"\" 太郎\""))
                .get(0);
        assertThat(row.cells()).contains("山田 \"T\" 太郎");
    }

    @Test
    void aQuotedCellAtTheVeryEndIsClosed() {
        assertThat(Lists.rows(Lists.HEADER + ROW.strip().replace(",NAME", ",\"NAME\"")))
                .hasSize(1);
    }

    @Test
    void aCellLongerThanAnyColumnIsRefused() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Lists.rows(Lists.HEADER + "\"" + "x\n".repeat(100_000) + "\",\n"))
                .withMessage("The quote that opens in line 2 is not closed for 65,536 characters");
    }

    @Test
    void rowsDoNotPrintThemselves() {
        assertThat(Lists.rows(Lists.HEADER + ROW).toString())
                .doesNotContain("山田")
                .doesNotContain("example");
    }
}

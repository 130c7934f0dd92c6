package org.teishutsu.notify.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.VisibilityState;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.notify.intake.RejectedRow.Fault;

class SheetRowsTest {

    private static final Object[] HEADER = {"顧客番号", "氏名", "メールアドレス", "登録日", "郵便番号", "携帯電話", "漏えい項目", "備考"};
    private static final String MAPPING = "{\"登録日\":\"email_since\"}";

    @Test
    void cellsAreReadAsWhoeverSeesThemWouldTypeThem() {
        ListRow row =
                taken("00012345", "髙﨑 𠮷濵", "a@example.jp", LocalDate.of(2015, 4, 1), "0010001", "09000000000", "氏名");
        assertThat(row.customerNumber()).isEqualTo("00012345");
        assertThat(row.name()).isEqualTo("髙﨑 𠮷濵");
        assertThat(row.emailSince()).isEqualTo(LocalDate.of(2015, 4, 1));
        assertThat(row.postalCode()).isEqualTo("0010001");
        assertThat(row.mobile()).isEqualTo("09000000000");
    }

    @Test
    void numbersAreTheirDigits() {
        assertThat(taken(12345, "見本", "", "", 1000001, "", "NAME").customerNumber())
                .isEqualTo("12345");
        assertThat(taken(123456789012345L, "見本", "", "", "", "", "NAME").customerNumber())
                .as("shown as 1.23457E+14")
                .isEqualTo("123456789012345");
    }

    @Test
    void aNumberShownWithZerosInFrontHasThem() {
        byte[] book = Workbooks.of(sheet -> {
            Workbooks.row(sheet, 0, HEADER);
            Workbooks.row(sheet, 1, 12345, "見本", "", "", 10001, "", "NAME");
            sheet.style(1, 0).format("00000000").set();
            sheet.style(1, 4).format("000\\-0000").set();
        });
        ListRow row = ((RowCheck.Taken) verdicts(book).get(0)).row();
        assertThat(row.customerNumber()).isEqualTo("00012345");
        assertThat(row.postalCode()).isEqualTo("001-0001");
    }

    @Test
    void whatASpreadsheetDamagedIsAReasonOfItsOwn() {
        assertThat(faults("C1", "見本", "", "", 600001, 9000000000L, "NAME"))
                .containsExactly(
                        new Fault("postal_code", RowReason.POSTAL_CODE_LOST_ZERO),
                        new Fault("mobile", RowReason.MOBILE_LOST_ZERO));
        assertThat(faults(1.2345678901234568E17, "見本", "", "", "", "", "NAME"))
                .as("more digits than a spreadsheet keeps")
                .containsExactly(new Fault("customer_number", RowReason.SPREADSHEET_EXPONENT));
        assertThat(faults(LocalDate.of(2017, 1, 2), "見本", "", "", "", "", "NAME"))
                .containsExactly(new Fault("customer_number", RowReason.SPREADSHEET_DATE));
        assertThat(faults("C1", "#REF!", "", "", "", "", "NAME"))
                .containsExactly(new Fault("name", RowReason.SPREADSHEET_ERROR));
    }

    @Test
    void escapedCharactersAreWhatTheyStandFor() {
        assertThat(faults("C1", "山田_x000D_太郎", "", "", "", "", "NAME"))
                .containsExactly(new Fault("name", RowReason.LINE_BREAK));
        assertThat(taken("C1", "_x0041_田", "", "", "", "", "NAME").name()).isEqualTo("A田");
    }

    @Test
    void rowsHaveTheNumbersOfTheSheetAndEmptyOnesAreLeftOut() {
        byte[] book = Workbooks.of(sheet -> {
            Workbooks.row(sheet, 2, HEADER);
            Workbooks.row(sheet, 5, "C1", "見本", "", "", "", "", "NAME");
            Workbooks.row(sheet, 9, "C2", "見本", "", "", "", "", "NAME", "備考", "余り");
        });
        assertThat(verdicts(book))
                .extracting(verdict -> verdict instanceof RowCheck.Taken taken
                        ? taken.row().line()
                        : -((RowCheck.Refused) verdict).row().line())
                .containsExactly(6L, -10L);
    }

    @Test
    void twoSheetsWithCellsAreRefusedAndHiddenOnesTold() {
        byte[] two = Workbooks.book(book -> {
            Workbooks.row(book.newWorksheet("A"), 0, HEADER);
            Workbooks.row(book.newWorksheet("B"), 0, HEADER);
        });
        assertRefused(two, "2 sheets with cells");
        byte[] hidden = Workbooks.book(book -> {
            book.newWorksheet("Empty");
            Workbooks.row(book.newWorksheet("A"), 0, HEADER);
            var codes = book.newWorksheet("Codes");
            codes.setVisibilityState(VisibilityState.HIDDEN);
            Workbooks.row(codes, 0, "NAME", "EMAIL");
        });
        RowSource.Traits traits = Lists.reader(hidden, MAPPING).traits();
        assertThat(traits.format()).isEqualTo(ListFormat.XLSX);
        assertThat(traits.sheet()).isEqualTo(2);
        assertThat(traits.hiddenSheets()).isEqualTo(1);
    }

    @Test
    void whatIsNoWorkbookIsRefused() {
        byte[] good = Workbooks.of(sheet -> Workbooks.row(sheet, 0, HEADER));
        assertRefused(Arrays.copyOf(good, good.length / 2), "damaged, or a ZIP of something else");
        assertRefused(Workbooks.zip(Map.of("list.csv", "a,b")), "a ZIP, but no workbook");
        assertRefused(
                Workbooks.byHand("<worksheet><sheetData><row><c r=\"A1\" t=\"s\"><v>7</v></c></row>", ""), "damaged");
        assertRefused(Workbooks.byHand("<worksheet><sheetData/></worksheet>", "<sst/>"), "No visible sheet");
    }

    @Test
    void aWorkbookWithoutStylesIsRead() {
        StringBuilder sheet = new StringBuilder("<worksheet><sheetData>");
        for (String[] row : new String[][] {
            {"顧客番号", "氏名", "漏えい項目"}, {"C1", "見本 一", "氏名"},
        }) {
            sheet.append("<row>");
            for (String cell : row) {
                sheet.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
            }
            sheet.append("</row>");
        }
        sheet.append("<row><c><v>1234567</v></c><c t=\"inlineStr\"><is><t>見本 二</t></is></c>")
                .append("<c t=\"inlineStr\"><is><t>NAME</t></is></c></row></sheetData></worksheet>");
        assertThat(Lists.rows(Lists.reader(Workbooks.withoutStyles(sheet.toString()), null)))
                .extracting(CsvRow::cells)
                .containsExactly(List.of("C1", "見本 一", "氏名"), List.of("1234567", "見本 二", "NAME"));
    }

    @Test
    void aZipBombIsRefusedBeforeItIsRead() {
        String row = "<row>" + "<c t=\"n\"><v>1</v></c>".repeat(1000) + "</row>";
        assertRefused(
                Workbooks.byHand("<worksheet><sheetData>" + row.repeat(2000) + "</sheetData></worksheet>", "<sst/>"),
                "many times larger unpacked");
    }

    @Test
    void whatWouldFillTheMemoryIsRefused() {
        String cell =
                "<worksheet><sheetData><row><c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c></row></sheetData></worksheet>";
        assertRefused(Workbooks.byHand(cell.formatted("ZZZZZZ1", "x"), "<sst/>"), "where no spreadsheet has a column");
        assertRefused(
                Workbooks.byHand(cell.formatted("A1", "x".repeat(2 << 20)), "<sst/>"),
                "larger than a spreadsheet can show");
        assertRefused(
                Workbooks.byHand(
                        cell.formatted("A1", "x"),
                        "<sst>" + "<si/>".repeat(WorkbookGuard.MOST_SHARED_STRINGS + 1) + "</sst>"),
                "more texts than a list can have");
        assertRefused(
                Workbooks.byHand("<!DOCTYPE a [<!ENTITY b \"c\">]>" + cell.formatted("A1", "x"), "<sst/>"),
                "document type declaration");
    }

    private static void assertRefused(byte[] book, String detail) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> verdicts(book))
                .satisfies(e -> assertThat(e.type()).isEqualTo(ProblemType.UNREADABLE_FILE))
                .withMessageContaining(detail);
    }

    private static ListRow taken(Object... cells) {
        RowCheck.Verdict verdict = verdict(cells);
        assertThat(verdict).isInstanceOf(RowCheck.Taken.class);
        return ((RowCheck.Taken) verdict).row();
    }

    private static List<Fault> faults(Object... cells) {
        RowCheck.Verdict verdict = verdict(cells);
        assertThat(verdict).isInstanceOf(RowCheck.Refused.class);
        return ((RowCheck.Refused) verdict).row().faults();
    }

    private static RowCheck.Verdict verdict(Object... cells) {
        return verdicts(Workbooks.of(sheet -> {
                    Workbooks.row(sheet, 0, HEADER);
                    Workbooks.row(sheet, 1, cells);
                }))
                .get(0);
    }

    private static List<RowCheck.Verdict> verdicts(byte[] book) {
        ListReader reader = Lists.reader(book, MAPPING);
        RowCheck check = new RowCheck(reader.header(), Lists.CATALOGUE);
        List<RowCheck.Verdict> verdicts = new ArrayList<>();
        Lists.rows(reader).forEach(row -> verdicts.add(check.check(Objects.requireNonNull(row))));
        return verdicts;
    }
}

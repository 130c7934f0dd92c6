package org.teishutsu.report.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.teishutsu.report.Case2017.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teishutsu.report.Case2017;
import org.teishutsu.report.RealSurroundings;

/** The plan as a spreadsheet: what came in goes out the same, and what cannot be taken is told by its cell. */
@QuarkusTest
@RealSurroundings
class SheetTest {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final List<String> HEADERS =
            List.of("部門コード", "施策", "対応命令", "担当部署", "検証方法", "検討期限", "検討完了", "規程化期限", "実施期限", "進捗", "予算消化率", "役員報告済");

    private final Case2017 entered = new Case2017();
    private String order;

    @BeforeEach
    void enterCase() {
        entered.enterIncidents();
        order = entered.enterOrder();
    }

    @Test
    void whatCameInGoesOutTheSameAndComingInAgainChangesNothing() throws IOException {
        byte[] sent = plan(sheet -> {});
        take(sent, "").statusCode(200).body("created", equalTo(2)).body("rows.row", contains(2, 3));

        byte[] exported = export();
        List<List<String>> before = cells(sent);
        List<List<String>> after = cells(exported);
        assertThat(name(exported)).isEqualTo("改善計画");
        for (int row = 0; row < before.size(); row++) {
            assertThat(after.get(row).subList(0, HEADERS.size())).isEqualTo(before.get(row));
        }
        assertThat(after.get(0)).contains("管理番号", "版", "効果検証期限");
        take(exported, "").statusCode(200).body("unchanged", equalTo(2)).body("changed", equalTo(0));
        assertThat(cells(export())).isEqualTo(after);
        as("auditor")
                .get("/measures?order=" + order)
                .then()
                .body("items.title", contains("ログ監視の見直し", "出金の監視"))
                .body("items[0].clauses", contains(1, 2))
                .body("items[0].stages[0].doneOn", equalTo("2017-07-26"));
    }

    @Test
    void aDryRunSaysWhatItWouldDoAndDoesNothing() throws IOException {
        take(plan(sheet -> {}), "?dryRun=true").statusCode(200).body("created", equalTo(2));
        as("auditor").get("/measures?order=" + order).then().body("items", hasSize(0));
    }

    @Test
    void formulasMergedCellsAndUnreadableOnesAreNamedAndNothingIsTaken() throws IOException {
        byte[] broken = plan(sheet -> {
            sheet.formula(1, 5, "DATE(2030,1,31)");
            sheet.range(1, 3, 2, 3).merge();
            sheet.value(2, 8, "年度内");
        });
        take(broken, "")
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("D2:D3", "F2", "I3"))
                .body("violations.find { it.field == 'F2' }.message", containsString("formula"))
                .body("violations.find { it.field == 'D2:D3' }.message", containsString("merged"))
                .body("violations.find { it.field == 'I3' }.message", containsString("no day"));
        take(plan(sheet -> sheet.value(2, 2, "(9)")), "")
                .statusCode(400)
                .body("violations.field", contains("C3"))
                .body("violations.message", contains("the order has no clause 9"));
        take(plan(sheet -> sheet.value(2, 1, "出金😀")), "").statusCode(400).body("violations.field", contains("B3"));
        take(plan(sheet -> sheet.value(0, 4, "別の見出し")), "")
                .statusCode(400)
                .body("violations.message", contains("has no header 「効果の検証方法」"));
        take("PK no workbook".getBytes(java.nio.charset.StandardCharsets.US_ASCII), "")
                .statusCode(400)
                .body("type", equalTo("urn:problem:unreadable-file"));
        as("auditor").get("/measures?order=" + order).then().body("items", hasSize(0));
    }

    @Test
    void aLaterDateNeedsItsReasonAndWhatIsDoneStays() throws IOException {
        take(plan(sheet -> {}), "").statusCode(200);
        byte[] later =
                again(export(), (sheet, headers) -> sheet.value(1, headers.indexOf("実施期限"), LocalDate.of(2031, 3, 31)));
        take(later, "").statusCode(400).body("violations[0].message", containsString("実施 is due later"));

        byte[] explained = again(export(), (sheet, headers) -> {
            sheet.value(1, headers.indexOf("実施期限"), LocalDate.of(2031, 3, 31));
            sheet.value(1, headers.indexOf("期限変更の理由"), "機器の納期");
        });
        take(explained, "").statusCode(200).body("changed", equalTo(1));
        take(explained, "").statusCode(409).body("violations[0].message", containsString("2031-03-31"));
        byte[] undone =
                again(export(), (sheet, headers) -> sheet.value(1, headers.indexOf("検討完了"), LocalDate.of(2017, 7, 25)));
        take(undone, "").statusCode(400).body("violations[0].message", containsString("stays on record"));
    }

    private ValidatableResponse take(byte[] workbook, String query) {
        return as("officer")
                .contentType(XLSX)
                .body(workbook)
                .post("/orders/" + order + "/measures.xlsx" + query)
                .then();
    }

    private byte[] export() {
        return as("auditor")
                .accept(XLSX)
                .get("/orders/" + order + "/measures.xlsx")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    /** A plan as a department keeps it, with columns of its own. */
    private static byte[] plan(Consumer<Worksheet> change) throws IOException {
        return write("改善計画", sheet -> {
            for (int i = 0; i < HEADERS.size(); i++) {
                sheet.value(0, i, HEADERS.get(i));
            }
            row(sheet, 1, "00123", "ログ監視の見直し", "(1)、(2)");
            sheet.value(1, 6, LocalDate.of(2017, 7, 26));
            sheet.value(1, 9, "監視項目を洗い出した。");
            row(sheet, 2, "00045", "出金の監視", "(2)");
            change.accept(sheet);
        });
    }

    private static void row(Worksheet sheet, int row, String code, String title, String clauses) {
        sheet.value(row, 0, code);
        sheet.value(row, 1, title);
        sheet.value(row, 2, clauses);
        sheet.value(row, 3, "システム部");
        sheet.value(row, 4, "毎月確認する。");
        sheet.value(row, 5, LocalDate.of(2030, 1, 31));
        sheet.value(row, 7, "該当なし：既存の規程で足りる");
        sheet.value(row, 8, LocalDate.of(2030, 12, 27));
        sheet.value(row, 10, 0.25);
        sheet.style(row, 10).format("0%").set();
        sheet.value(row, 11, row == 1);
        for (int column : List.of(5, 6, 8)) {
            sheet.style(row, column).format("yyyy-mm-dd").set();
        }
    }

    private static byte[] write(String name, Consumer<Worksheet> fill) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            fill.accept(book.newWorksheet(name));
        }
        return bytes.toByteArray();
    }

    /** Something to change on a sheet whose headers are known. */
    private interface Change {
        void on(Worksheet sheet, List<String> headers);
    }

    /** A workbook as a person would save it again after a change. */
    private static byte[] again(byte[] workbook, Change change) throws IOException {
        List<List<String>> rows = cells(workbook);
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(workbook), new ReadingOptions(true, true))) {
            Sheet read = book.getFirstSheet();
            return write(read.getName(), sheet -> {
                try (Stream<Row> all = read.openStream()) {
                    all.forEach(row -> row.stream().filter(cell -> cell != null).forEach(cell -> copy(cell, sheet)));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                change.on(sheet, rows.get(0));
            });
        }
    }

    private static void copy(Cell cell, Worksheet sheet) {
        int row = cell.getAddress().getRow();
        int column = cell.getAddress().getColumn();
        if (cell.getType() == CellType.NUMBER) {
            sheet.value(row, column, cell.asNumber());
            if (cell.getDataFormatString() != null) {
                sheet.style(row, column).format(cell.getDataFormatString()).set();
            }
        } else if (cell.getType() == CellType.BOOLEAN) {
            sheet.value(row, column, cell.asBoolean());
        } else if (cell.getType() == CellType.STRING) {
            sheet.value(row, column, cell.asString());
        }
    }

    private static String name(byte[] workbook) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return book.getFirstSheet().getName();
        }
    }

    /** Every cell with its type, value and format. */
    private static List<List<String>> cells(byte[] workbook) throws IOException {
        try (ReadableWorkbook book =
                        new ReadableWorkbook(new ByteArrayInputStream(workbook), new ReadingOptions(true, true));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            List<List<String>> all = new ArrayList<>();
            rows.forEach(row -> {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < Math.max(row.getCellCount(), HEADERS.size()); i++) {
                    Cell cell = i < row.getCellCount() ? row.getCell(i) : null;
                    cells.add(
                            cell == null || cell.getType() == CellType.EMPTY
                                    ? ""
                                    : row.getRowNum() == 1
                                            ? cell.asString()
                                            : cell.getType() + " " + cell.getValue() + " "
                                                    + cell.getDataFormatString());
                }
                all.add(cells);
            });
            return all;
        }
    }
}

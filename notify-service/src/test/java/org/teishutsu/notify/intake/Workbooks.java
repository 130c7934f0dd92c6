package org.teishutsu.notify.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks for tests, made by the library and by hand; all people in them are made up. */
final class Workbooks {

    private static final String SHEET_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    private static final String BOOK_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private static final String STRINGS_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml";

    private Workbooks() {}

    static byte[] of(Consumer<Worksheet> fill) {
        return book(book -> fill.accept(book.newWorksheet("Sheet1")));
    }

    static byte[] book(Consumer<Workbook> fill) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(bytes, fill);
        return bytes.toByteArray();
    }

    static void write(OutputStream out, Consumer<Workbook> fill) {
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            fill.accept(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text cells, but for numbers and dates. */
    static void row(Worksheet sheet, int row, Object... cells) {
        for (int column = 0; column < cells.length; column++) {
            Object cell = cells[column];
            if (cell instanceof Number number) {
                sheet.value(row, column, number);
            } else if (cell instanceof Boolean truth) {
                sheet.value(row, column, truth);
            } else if (cell instanceof LocalDate date) {
                sheet.value(row, column, date);
                sheet.style(row, column).format("yyyy-MM-dd").set();
            } else if (!"".equals(cell)) {
                sheet.value(row, column, (String) cell);
            }
        }
    }

    /** As programs write it that leave out whatever may be left out. */
    static byte[] withoutStyles(String sheet) {
        Map<String, String> parts = parts(sheet, "<sst/>");
        parts.remove("xl/styles.xml");
        parts.replace(
                "[Content_Types].xml", parts.get("[Content_Types].xml").replaceFirst("<Override[^>]*styles[^>]*>", ""));
        return zip(parts);
    }

    /** A workbook whose only sheet and shared strings are these, whatever they are. */
    static byte[] byHand(String sheet, String strings) {
        return zip(parts(sheet, strings));
    }

    private static Map<String, String> parts(String sheet, String strings) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + BOOK_TYPE + "\"/>"
                        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + SHEET_TYPE + "\"/>"
                        + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" + STRINGS_TYPE + "\"/>"
                        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-"
                        + "officedocument.spreadsheetml.styles+xml\"/></Types>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\""
                        + "http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                        + "<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\" Type=\"x\"/></Relationships>");
        parts.put("xl/styles.xml", "<styleSheet/>");
        parts.put("xl/worksheets/sheet1.xml", sheet);
        parts.put("xl/sharedStrings.xml", strings);
        return parts;
    }

    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

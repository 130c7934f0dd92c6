package org.teishutsu.notify.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** A cell of a workbook as the person who sees it would type it. */
final class SheetCell {

    /** More digits than a spreadsheet keeps: the rest are not what was typed. */
    private static final int DIGITS_KEPT = 15;

    private static final int SMALLEST_SCALE = 30;
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);
    /** Later than the day that was never there, 29 February 1900. */
    private static final BigDecimal FIRST_DAY = BigDecimal.valueOf(61);

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT);
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern UNSEEN_IN_FORMAT =
            Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|[eE][+-]|(?i:general)");
    private static final Pattern OF_DATES = Pattern.compile("[yYdDgG年月日]|[eE]");
    private static final Pattern OF_ZEROS = Pattern.compile("0+(-0+)*");

    private final LocalDate dayNought;

    /** @param date1904 whether the workbook counts days from 1904, as old ones of a Macintosh do */
    SheetCell(boolean date1904) {
        dayNought = date1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
    }

    String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        Object value = cell.getType() == CellType.ERROR ? cell.getRawValue() : cell.getValue();
        if (value instanceof BigDecimal number) {
            return number(number, cell);
        }
        if (value instanceof Boolean truth) {
            return truth ? "TRUE" : "FALSE";
        }
        return value == null ? "" : unescaped(value.toString());
    }

    /** A character XML cannot hold stands in a workbook as {@code _x000D_} (ISO/IEC 29500-1, 22.9.2.19). */
    private static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    private String number(BigDecimal number, Cell cell) {
        String format = cell.getDataFormatString();
        if (isDay(number) && isOfDates(cell.getDataFormatId(), format)) {
            return dayNought.plusDays(number.longValue()).format(DATE);
        }
        boolean whole = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
        if (!whole) {
            return number.scale() > SMALLEST_SCALE ? number.toString() : number.toPlainString();
        }
        if (number.precision() - number.scale() > DIGITS_KEPT) {
            return number.round(new MathContext(DIGITS_KEPT))
                    .stripTrailingZeros()
                    .toString();
        }
        String digits = number.toBigInteger().toString();
        return format == null ? digits : padded(digits, format);
    }

    private static boolean isDay(BigDecimal number) {
        return number.compareTo(FIRST_DAY) >= 0 && number.compareTo(LAST_DAY) <= 0;
    }

    /** Those every spreadsheet has by number, the Japanese ones among them, and those a workbook spells out. */
    private static boolean isOfDates(@Nullable Integer id, @Nullable String format) {
        boolean byNumber = id != null
                && ((id >= 14 && id <= 22)
                        || (id >= 27 && id <= 36)
                        || (id >= 45 && id <= 47)
                        || (id >= 50 && id <= 58));
        return byNumber
                || (format != null
                        && OF_DATES.matcher(UNSEEN_IN_FORMAT.matcher(format).replaceAll(""))
                                .find());
    }

    /** With the zeros in front that a format such as 000-0000 shows. */
    private static String padded(String digits, String format) {
        String last =
                format.substring(format.lastIndexOf(';') + 1).replace("\\", "").replace("\"", "");
        if (digits.startsWith("-") || !OF_ZEROS.matcher(last).matches()) {
            return digits;
        }
        StringBuilder text = new StringBuilder();
        int next = digits.length();
        for (int i = last.length() - 1; i >= 0; i--) {
            boolean zero = last.charAt(i) == '0';
            text.append(!zero ? '-' : next > 0 ? digits.charAt(--next) : '0');
        }
        return digits.substring(0, next) + text.reverse();
    }
}

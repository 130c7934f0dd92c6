package org.teishutsu.notify.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The forms of cells that have one. Written out by hand: a million rows have ten million cells, and expressions cost
 * most of the time a row has.
 */
final class CellForm {

    private static final String NOT_IN_LOCAL_PART = "<>(),;:\\\"[]@";
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_LABEL = 63;
    private static final String WIDE_HYPHENS = "‐‑‒–—―−";
    private static final String MONTHS = "|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|";

    private CellForm() {}

    /** Letters, digits and hyphens of either width: whoever typed them the wide way means the same customer. */
    static boolean isCustomerNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char narrow = c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c;
            if (!isLetter(narrow) && !isDigit(narrow) && narrow != '-' && WIDE_HYPHENS.indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= ListColumn.CUSTOMER_NUMBER.longest();
    }

    /**
     * Printable ASCII on both sides of the only @. Dots may stand anywhere in the local part: carriers gave out such
     * addresses until 2009.
     */
    static boolean isEmail(String text) {
        int at = text.indexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART) {
            return false;
        }
        for (int i = 0; i < at; i++) {
            char c = text.charAt(i);
            if (c < '!' || c > '~' || NOT_IN_LOCAL_PART.indexOf(c) >= 0) {
                return false;
            }
        }
        return isDomain(text, at + 1);
    }

    /** Two labels or more, the last of two characters or more. */
    private static boolean isDomain(String text, int from) {
        int start = from;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                if (!isLabel(text, start, i)) {
                    return false;
                }
                start = i + 1;
            } else if (!isLetter(c) && !isDigit(c) && c != '-') {
                return false;
            }
        }
        return start > from && text.length() - start >= 2 && isLabel(text, start, text.length());
    }

    private static boolean isLabel(String text, int start, int end) {
        return end > start && end - start <= LONGEST_LABEL && text.charAt(start) != '-' && text.charAt(end - 1) != '-';
    }

    /** Seven digits, with or without the hyphen. */
    static boolean isPostalCode(String text) {
        boolean hyphen = text.length() == 8 && text.charAt(3) == '-';
        return hyphen ? digits(text) == 7 && isDigitsBut(text, "-") : text.length() == 7 && isDigitsBut(text, "");
    }

    /** Ten or eleven digits from 0 on, or an international number (E.164: at most 15). */
    static boolean isTelephone(String text) {
        int digits = digits(text);
        return text.startsWith("+")
                ? digits >= 7 && digits <= 15 && isDigitsBut(text.substring(1), "-")
                : digits >= 10 && digits <= 11 && text.startsWith("0") && isDigitsBut(text, "-");
    }

    /** What is left of a telephone number that began with 0. */
    static boolean isTelephoneWithoutZero(String text) {
        int digits = digits(text);
        return digits >= 9
                && digits <= 10
                && isDigit(text.charAt(0))
                && text.charAt(0) != '0'
                && isDigitsBut(text, "-");
    }

    /** What is left of a postal code that began with one zero or two. */
    static boolean isPostalCodeWithoutZero(String text) {
        return text.length() >= 5 && text.length() <= 6 && isDigitsBut(text, "");
    }

    /** 1.23E+11, of a cell that was a number to a spreadsheet. */
    static boolean isExponent(String text) {
        int e = Math.max(text.indexOf("E+"), text.indexOf("e+"));
        return e > 0 && isDigitsBut(text.substring(0, e), ".") && isDigitsBut(text.substring(e + 2), "");
    }

    /** 2017/3/4, 3月4日, 4-Mar or Mar-04, of a cell that was 3-4 before a spreadsheet saw it. */
    static boolean isDateOfSpreadsheet(String text) {
        int slash = text.indexOf('/');
        boolean slashed = slash > 0 && digits(text) >= 2 && isDigitsBut(text, "/:- ");
        if (slashed || (text.endsWith("日") && text.indexOf('月') > 0 && isDigitsBut(text, "年月日"))) {
            return true;
        }
        int hyphen = text.indexOf('-');
        return text.length() <= 6
                && hyphen > 0
                && (isDayAndMonth(text, 0, hyphen, hyphen + 1, text.length())
                        || isDayAndMonth(text, hyphen + 1, text.length(), 0, hyphen));
    }

    private static boolean isDayAndMonth(String text, int day, int dayEnd, int month, int monthEnd) {
        return dayEnd - day >= 1
                && dayEnd - day <= 2
                && isDigitsBut(text.substring(day, dayEnd), "")
                && monthEnd - month == 3
                && MONTHS.contains("|" + text.substring(month, monthEnd).toLowerCase(Locale.ROOT) + "|");
    }

    /** #N/A, #REF! or #####. */
    static boolean isSpreadsheetError(String text) {
        if (text.charAt(0) != '#') {
            return false;
        }
        return switch (text) {
            case "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!" -> true;
            default -> text.length() >= 3 && text.chars().allMatch(c -> c == '#');
        };
    }

    /** 2017-07-31, 2017/7/31 or 2017年7月31日, a time of day behind it being dropped; null if it is none of them. */
    static @Nullable LocalDate date(String text) {
        int[] numbers = new int[3];
        int at = 0;
        for (int n = 0; n < 3; n++) {
            int start = at;
            while (at < text.length() && isDigit(text.charAt(at)) && at - start < 4) {
                numbers[n] = 10 * numbers[n] + text.charAt(at++) - '0';
            }
            boolean separated = at < text.length() && "-/年月".indexOf(text.charAt(at)) >= 0;
            int least = n == 0 ? 4 : 1;
            int most = n == 0 ? 4 : 2;
            if (at - start < least || at - start > most || separated != (n < 2)) {
                return null;
            }
            at += n < 2 ? 1 : 0;
        }
        if (!isEndOfDate(text.substring(at))) {
            return null;
        }
        try {
            return LocalDate.of(numbers[0], numbers[1], numbers[2]);
        } catch (DateTimeException notInTheCalendar) {
            return null;
        }
    }

    private static boolean isEndOfDate(String rest) {
        String time = rest.startsWith("日") ? rest.substring(1) : rest;
        return time.isEmpty() || ("T ".indexOf(time.charAt(0)) >= 0 && isDigitsBut(time.substring(1), ":."));
    }

    /** Full-width digits and the many hyphens of telephone numbers as ASCII; what is ASCII already comes back itself. */
    static String narrow(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '~' || text.charAt(i) == '(') {
                return narrowed(text);
            }
        }
        return text;
    }

    private static String narrowed(String text) {
        StringBuilder narrow = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '！' && c <= '～') {
                c = (char) (c - '！' + '!');
            }
            if (c == '(' || c == ')') {
                c = i == 0 ? '\0' : '-';
            }
            boolean hyphen = "‐‑‒–—―−ーｰ".indexOf(c) >= 0;
            if (c != '\0' && c != '〒') {
                narrow.append(hyphen ? '-' : c);
            }
        }
        return narrow.toString().strip();
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int digits(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += isDigit(text.charAt(i)) ? 1 : 0;
        }
        return count;
    }

    private static boolean isDigitsBut(String text, String others) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i)) && others.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}

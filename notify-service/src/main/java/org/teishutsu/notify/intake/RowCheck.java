package org.teishutsu.notify.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.csv.CsvCell;
import org.teishutsu.notify.exposure.ItemCatalogue;
import org.teishutsu.notify.intake.RejectedRow.Fault;
import org.teishutsu.notify.recipient.Party;
import org.teishutsu.notify.recipient.RecipientStatus;

/**
 * Decides row by row whether it can be taken; finds everything that is wrong with it, not only the first thing. For one
 * thread and one file.
 */
final class RowCheck {

    private static final ListColumn[] COLUMNS = ListColumn.values();
    /** What became of a NUL in a row that went back and has come again. */
    private static final char NUL_SYMBOL = '\u2400';

    private final ListHeader header;
    private final ItemWords items;
    private final Words<Party> parties = Words.of(Words.OF_PARTIES);
    private final Words<RecipientStatus> statuses = Words.of(Words.OF_STATUSES);
    private final Map<Fault, Integer> tally = new TreeMap<>();
    private final Map<ListColumn, String> texts = new EnumMap<>(ListColumn.class);
    private List<Fault> faults = new ArrayList<>();
    private long allItems;

    RowCheck(ListHeader header, ItemCatalogue catalogue) {
        this.header = header;
        this.items = new ItemWords(catalogue);
    }

    /** Either a row or a rejection. */
    sealed interface Verdict {}

    record Taken(ListRow row) implements Verdict {}

    record Refused(RejectedRow row) implements Verdict {}

    Verdict check(CsvRow csv) {
        faults = faults.isEmpty() ? faults : new ArrayList<>();
        if (csv.cells().size() != header.size()) {
            faults.add(new Fault("", RowReason.CELL_COUNT));
            return refused(csv);
        }
        texts.clear();
        for (ListColumn column : COLUMNS) {
            String text = cleaned(column, header.text(column, csv.cells()));
            if (text != null) {
                texts.put(column, text);
            }
        }
        ListRow row = read(csv);
        return row == null ? refused(csv) : new Taken(row);
    }

    /** How many rows so far have which fault. */
    Map<Fault, Integer> tally() {
        return tally;
    }

    /** Every item any row so far names. */
    long allItems() {
        return allItems;
    }

    private Verdict refused(CsvRow csv) {
        faults.forEach(fault -> tally.merge(fault, 1, Integer::sum));
        return new Refused(new RejectedRow(csv.rowNo(), csv.line(), header.own(csv.cells()), faults));
    }

    private @Nullable ListRow read(CsvRow csv) {
        String number = customerNumber();
        String name = text(ListColumn.NAME);
        Party party = party(name);
        if (name == null) {
            fault(ListColumn.NAME, RowReason.NAME_MISSING);
        }
        String email = email();
        LocalDate emailSince = date(ListColumn.EMAIL_SINCE);
        String postalCode = postalCode();
        String mobile = mobile();
        RecipientStatus status = status(number);
        long mask = mask(csv.cells());
        if (text(ListColumn.CUSTOMER_NUMBER) == null && text(ListColumn.EMAIL) == null) {
            faults.add(new Fault("", RowReason.NO_IDENTITY));
        }
        if (!faults.isEmpty() || name == null || party == null || status == null) {
            return null;
        }
        allItems |= mask;
        return new ListRow(
                csv.rowNo(),
                csv.line(),
                number,
                party,
                status,
                name,
                text(ListColumn.NAME_KANA),
                email,
                emailSince,
                postalCode,
                text(ListColumn.ADDRESS),
                mobile,
                text(ListColumn.LEGAL_REPRESENTATIVE),
                mask);
    }

    /** Null if there is nothing in it. What is wrong with its characters is noted once, whatever the column. */
    private @Nullable String cleaned(ListColumn column, @Nullable String cell) {
        if (cell == null || cell.isEmpty()) {
            return null;
        }
        String text = CsvCell.restored(cell).strip();
        if (text.isEmpty()) {
            return null;
        }
        RowReason reason = faultyCharacters(column, text);
        if (reason != null) {
            fault(column, reason);
        }
        return text;
    }

    private static @Nullable RowReason faultyCharacters(ListColumn column, String text) {
        boolean ofPeople = column == ListColumn.NAME
                || column == ListColumn.NAME_KANA
                || column == ListColumn.LEGAL_REPRESENTATIVE;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || (c >= '\u007F' && c <= '\u009F') || c == NUL_SYMBOL) {
                boolean lineBreak = c == '\n' || c == '\r';
                if (!lineBreak || column != ListColumn.ITEMS) {
                    return lineBreak ? RowReason.LINE_BREAK : RowReason.CONTROL_CHARACTER;
                }
            } else if (c == '\uFFFD' || (ofPeople && (c == '?' || c == '〓'))) {
                return RowReason.REPLACEMENT_CHARACTER;
            }
        }
        if (CellForm.isSpreadsheetError(text)) {
            return RowReason.SPREADSHEET_ERROR;
        }
        return text.length() > column.longest() && text.codePointCount(0, text.length()) > column.longest()
                ? RowReason.TOO_LONG
                : null;
    }

    private @Nullable String text(ListColumn column) {
        return texts.get(column);
    }

    private @Nullable String customerNumber() {
        String text = text(ListColumn.CUSTOMER_NUMBER);
        if (text != null && (!CellForm.isCustomerNumber(text) || CellForm.isDateOfSpreadsheet(text))) {
            fault(ListColumn.CUSTOMER_NUMBER, damage(text, RowReason.CUSTOMER_NUMBER_MALFORMED));
        }
        return text;
    }

    private @Nullable String email() {
        String text = text(ListColumn.EMAIL);
        if (text != null && !CellForm.isEmail(text)) {
            fault(ListColumn.EMAIL, RowReason.EMAIL_MALFORMED);
        }
        return text;
    }

    private @Nullable String postalCode() {
        String cell = text(ListColumn.POSTAL_CODE);
        String text = cell == null ? null : CellForm.narrow(cell);
        if (text != null && !CellForm.isPostalCode(text)) {
            fault(
                    ListColumn.POSTAL_CODE,
                    CellForm.isPostalCodeWithoutZero(text)
                            ? RowReason.POSTAL_CODE_LOST_ZERO
                            : damage(text, RowReason.POSTAL_CODE_MALFORMED));
        }
        return text;
    }

    private @Nullable String mobile() {
        String cell = text(ListColumn.MOBILE);
        String text = cell == null ? null : CellForm.narrow(cell);
        if (text != null && !CellForm.isTelephone(text)) {
            fault(
                    ListColumn.MOBILE,
                    CellForm.isTelephoneWithoutZero(text)
                            ? RowReason.MOBILE_LOST_ZERO
                            : damage(text, RowReason.MOBILE_MALFORMED));
        }
        return text;
    }

    private static RowReason damage(String text, RowReason otherwise) {
        if (CellForm.isExponent(text)) {
            return RowReason.SPREADSHEET_EXPONENT;
        }
        return CellForm.isDateOfSpreadsheet(text) ? RowReason.SPREADSHEET_DATE : otherwise;
    }

    /** A list without the column is told apart by the legal form in the name: 御中 or 様. */
    private @Nullable Party party(@Nullable String name) {
        String text = text(ListColumn.PARTY);
        if (!header.has(ListColumn.PARTY)) {
            return name != null && LegalForms.in(name) ? Party.LEGAL_ENTITY : Party.INDIVIDUAL;
        }
        Optional<Party> party = text == null ? Optional.empty() : parties.find(text);
        if (party.isEmpty()) {
            fault(ListColumn.PARTY, RowReason.PARTY_UNKNOWN);
        }
        return party.orElse(null);
    }

    /** In a list without the column, who has a number is a customer. */
    private @Nullable RecipientStatus status(@Nullable String number) {
        String text = text(ListColumn.STATUS);
        if (!header.has(ListColumn.STATUS)) {
            return number == null ? RecipientStatus.APPLICANT : RecipientStatus.CURRENT;
        }
        Optional<RecipientStatus> status = text == null ? Optional.empty() : statuses.find(text);
        if (status.isEmpty()) {
            fault(ListColumn.STATUS, RowReason.STATUS_UNKNOWN);
        }
        return status.orElse(null);
    }

    private @Nullable LocalDate date(ListColumn column) {
        String text = text(column);
        LocalDate date = text == null ? null : CellForm.date(CellForm.narrow(text));
        if (text != null && date == null) {
            fault(column, RowReason.DATE_MALFORMED);
        }
        return date;
    }

    /** Of the column that names the items and of those that mark them, together. */
    private long mask(List<String> cells) {
        String text = text(ListColumn.ITEMS);
        long mask = text == null ? 0 : items.mask(text);
        if (mask == ItemWords.UNKNOWN) {
            fault(ListColumn.ITEMS, RowReason.ITEM_UNKNOWN);
            return 0;
        }
        for (ListHeader.Mark mark : header.marks()) {
            Boolean marked = items.marked(CsvCell.restored(cells.get(mark.place())));
            if (marked == null) {
                faults.add(new Fault(ColumnUse.Item.PREFIX + mark.item().code(), RowReason.ITEM_MARK_UNKNOWN));
            } else if (marked) {
                mask |= mark.item().mask();
            }
        }
        if (mask == 0 && faults.stream().noneMatch(fault -> fault.reason() == RowReason.ITEM_MARK_UNKNOWN)) {
            fault(ListColumn.ITEMS, RowReason.ITEMS_MISSING);
        }
        return mask;
    }

    /** One a column: what is wrong with its characters comes first. */
    private void fault(ListColumn column, RowReason reason) {
        for (Fault fault : faults) {
            if (fault.column().equals(column.header())) {
                return;
            }
        }
        faults.add(new Fault(column.header(), reason));
    }
}

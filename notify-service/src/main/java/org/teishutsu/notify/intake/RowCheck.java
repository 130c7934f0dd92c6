package org.teishutsu.notify.intake;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.csv.CsvCell;
import org.teishutsu.notify.exposure.CataloguedItem;
import org.teishutsu.notify.exposure.ItemCatalogue;
import org.teishutsu.notify.intake.RejectedRow.Fault;
import org.teishutsu.notify.recipient.Party;
import org.teishutsu.notify.recipient.RecipientStatus;

/** Decides whether one row can be taken; finds everything that is wrong with it, not only the first thing. */
final class RowCheck {

    private static final Pattern CUSTOMER_NUMBER = Pattern.compile("[0-9A-Za-z-]{1,32}");
    /**
     * Printable ASCII on both sides of the last @. Dots may stand anywhere in the local part: carriers gave out such
     * addresses until 2009.
     */
    private static final Pattern EMAIL = Pattern.compile("[!-~&&[^<>(),;:\\\\\"\\[\\]@]]{1,64}@"
            + "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9][A-Za-z0-9-]{0,61}[A-Za-z0-9]");

    private static final Pattern POSTAL_CODE = Pattern.compile("\\d{3}-?\\d{4}");
    private static final Pattern MOBILE = Pattern.compile("0\\d{1,4}-?\\d{1,4}-?\\d{3,4}|\\+\\d[\\d-]{6,18}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final ItemCatalogue catalogue;

    RowCheck(ItemCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Either a row or a rejection. */
    sealed interface Verdict {}

    record Taken(ListRow row) implements Verdict {}

    record Refused(RejectedRow row) implements Verdict {}

    Verdict check(ListHeader header, CsvRow csv) {
        if (csv.cells().size() != header.size()) {
            return refused(csv, List.of(new Fault("", RowReason.CELL_COUNT)));
        }
        Cells cells = new Cells(header.named(csv.cells()));
        ListRow row = cells.read(csv);
        return row == null ? refused(csv, cells.faults) : new Taken(row);
    }

    private static Verdict refused(CsvRow csv, List<Fault> faults) {
        return new Refused(new RejectedRow(csv.rowNo(), csv.line(), csv.cells(), faults));
    }

    /** The cells of one row, and what was found wrong with them so far. */
    private final class Cells {

        private final Map<ListColumn, String> texts = new EnumMap<>(ListColumn.class);
        private final List<Fault> faults = new ArrayList<>();

        Cells(Map<ListColumn, String> raw) {
            raw.forEach(
                    (column, text) -> texts.put(column, CsvCell.restored(text).strip()));
            texts.forEach(this::checkCharacters);
        }

        @Nullable ListRow read(CsvRow csv) {
            String number = matching(ListColumn.CUSTOMER_NUMBER, CUSTOMER_NUMBER, RowReason.CUSTOMER_NUMBER_MALFORMED);
            Optional<Party> party = constant(ListColumn.PARTY, Party.class, RowReason.PARTY_UNKNOWN);
            Optional<RecipientStatus> status =
                    constant(ListColumn.STATUS, RecipientStatus.class, RowReason.STATUS_UNKNOWN);
            String name = text(ListColumn.NAME);
            require(name != null, ListColumn.NAME, RowReason.NAME_MISSING);
            String email = matching(ListColumn.EMAIL, EMAIL, RowReason.EMAIL_MALFORMED);
            LocalDate emailSince = date(ListColumn.EMAIL_SINCE);
            String postalCode = matching(ListColumn.POSTAL_CODE, POSTAL_CODE, RowReason.POSTAL_CODE_MALFORMED);
            String mobile = matching(ListColumn.MOBILE, MOBILE, RowReason.MOBILE_MALFORMED);
            long mask = mask();
            if (text(ListColumn.CUSTOMER_NUMBER) == null && text(ListColumn.EMAIL) == null) {
                faults.add(new Fault("", RowReason.NO_IDENTITY));
            }
            if (!faults.isEmpty() || name == null || party.isEmpty() || status.isEmpty()) {
                return null;
            }
            return new ListRow(
                    csv.rowNo(),
                    csv.line(),
                    number,
                    party.get(),
                    status.get(),
                    name,
                    text(ListColumn.NAME_KANA),
                    email,
                    emailSince,
                    postalCode,
                    text(ListColumn.ADDRESS),
                    mobile,
                    mask);
        }

        private void checkCharacters(ListColumn column, String text) {
            if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
                faults.add(new Fault(column.header(), RowReason.LINE_BREAK));
            } else if (text.codePoints().anyMatch(Character::isISOControl)) {
                faults.add(new Fault(column.header(), RowReason.CONTROL_CHARACTER));
            } else if (text.indexOf('\uFFFD') >= 0) {
                faults.add(new Fault(column.header(), RowReason.REPLACEMENT_CHARACTER));
            } else if (text.codePointCount(0, text.length()) > column.longest()) {
                faults.add(new Fault(column.header(), RowReason.TOO_LONG));
            }
        }

        private @Nullable String text(ListColumn column) {
            String text = texts.getOrDefault(column, "");
            return text.isEmpty() ? null : text;
        }

        private @Nullable String matching(ListColumn column, Pattern pattern, RowReason otherwise) {
            String text = text(column);
            require(text == null || pattern.matcher(text).matches(), column, otherwise);
            return text;
        }

        private <E extends Enum<E>> Optional<E> constant(ListColumn column, Class<E> type, RowReason otherwise) {
            Predicate<E> named = constant -> constant.name().equals(text(column));
            Optional<E> found =
                    List.of(type.getEnumConstants()).stream().filter(named).findFirst();
            require(found.isPresent(), column, otherwise);
            return found;
        }

        private @Nullable LocalDate date(ListColumn column) {
            String text = text(column);
            if (text == null) {
                return null;
            }
            try {
                if (DATE.matcher(text).matches()) {
                    return LocalDate.parse(text);
                }
            } catch (DateTimeParseException notInTheCalendar) {
                // Falls through: 2017-02-30 is as wrong as 2017/2/3.
            }
            faults.add(new Fault(column.header(), RowReason.DATE_MALFORMED));
            return null;
        }

        private long mask() {
            String text = text(ListColumn.ITEMS);
            require(text != null, ListColumn.ITEMS, RowReason.ITEMS_MISSING);
            long mask = 0;
            for (String code : text == null ? new String[0] : text.split("\\|", -1)) {
                Optional<CataloguedItem> item = catalogue.find(code.strip());
                if (item.isEmpty()) {
                    faults.add(new Fault(ListColumn.ITEMS.header(), RowReason.ITEM_UNKNOWN));
                    return 0;
                }
                mask |= item.get().mask();
            }
            return mask;
        }

        private void require(boolean holds, ListColumn column, RowReason otherwise) {
            if (!holds && faults.stream().noneMatch(fault -> fault.column().equals(column.header()))) {
                faults.add(new Fault(column.header(), otherwise));
            }
        }
    }
}

package org.teishutsu.notify.intake;

import java.util.List;
import java.util.Locale;

/**
 * Columns that hold a {@link ListColumn} only in part, in the order in which the parts are joined; some stand in when
 * the whole has no column.
 */
enum ColumnPart {
    FAMILY_NAME(ListColumn.NAME, "", "姓", "氏", "苗字", "last_name"),
    GIVEN_NAME(ListColumn.NAME, " ", "名", "first_name"),
    FAMILY_KANA(ListColumn.NAME_KANA, "", "セイ", "せい", "姓カナ", "姓（フリガナ）"),
    GIVEN_KANA(ListColumn.NAME_KANA, " ", "メイ", "めい", "名カナ", "名（フリガナ）"),
    PREFECTURE(ListColumn.ADDRESS, "", "都道府県"),
    CITY(ListColumn.ADDRESS, "", "市区町村", "市町村"),
    STREET(ListColumn.ADDRESS, "", "町名番地", "町域番地", "番地", "丁目番地"),
    ADDRESS_2(ListColumn.ADDRESS, " ", "住所2"),
    ADDRESS_3(ListColumn.ADDRESS, " ", "住所3"),
    BUILDING(ListColumn.ADDRESS, " ", "建物名", "建物名・部屋番号", "建物", "マンション名", "方書"),
    PHONE(ListColumn.MOBILE, "", "電話番号", "電話", "連絡先電話番号", "自宅電話番号", "tel", "telephone", "phone_number");

    private final ListColumn whole;
    private final String before;
    /** Joined: an enum holds nothing that could change. */
    private final String aliases;

    ColumnPart(ListColumn whole, String before, String... aliases) {
        this.whole = whole;
        this.before = before;
        this.aliases = String.join("\n", aliases);
    }

    ListColumn whole() {
        return whole;
    }

    /** Whether a name is that of a part of what another name is that of. */
    static boolean isPartOf(String part, String whole) {
        for (ColumnPart one : values()) {
            if (one.header().equals(part)) {
                return one.whole.header().equals(whole);
            }
        }
        return false;
    }

    /** What stands between the part before and this one. */
    String before() {
        return before;
    }

    /** The name it has in reports and mappings. */
    String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<String> aliases() {
        return aliases.lines().toList();
    }

    /** Whether it is read although the whole has a column: what an address goes on with, but not what it begins with. */
    boolean addsToWhole() {
        return this == ADDRESS_2 || this == ADDRESS_3 || this == BUILDING;
    }
}

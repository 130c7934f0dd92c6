package org.teishutsu.notify.intake;

/** Why a row of a list cannot be taken, in the words of the list of rejections. */
enum RowReason {
    CELL_COUNT("列数が見出しと異なります。", "The row does not have as many cells as the header."),
    LINE_BREAK("セル内に改行があります（引用符の閉じ忘れの可能性があります）。", "The cell spans several lines; a quote may have been left open."),
    CONTROL_CHARACTER("制御文字が含まれています。", "The cell contains a control character."),
    REPLACEMENT_CHARACTER(
            "文字化けの跡（U+FFFD）が含まれています。", "The cell contains U+FFFD: an earlier conversion lost a character here."),
    TOO_LONG("文字数が多すぎます。", "The cell is too long."),
    CUSTOMER_NUMBER_MALFORMED(
            "お客様番号は半角英数字とハイフンで32文字以内です。", "A customer number is at most 32 ASCII letters, digits and hyphens."),
    PARTY_UNKNOWN("INDIVIDUAL または LEGAL_ENTITY を記入してください。", "The party is INDIVIDUAL or LEGAL_ENTITY."),
    STATUS_UNKNOWN("CURRENT、FORMER または APPLICANT を記入してください。", "The status is CURRENT, FORMER or APPLICANT."),
    NAME_MISSING("氏名・名称がありません。", "The name is missing: nobody can be addressed without one."),
    EMAIL_MALFORMED("メールアドレスの形式ではありません。", "This is not an e-mail address."),
    DATE_MALFORMED("日付は 2017-07-31 の形式で記入してください。", "A date is written 2017-07-31."),
    POSTAL_CODE_MALFORMED(
            "郵便番号は7桁です（先頭の0が失われた可能性があります）。", "A postal code has 7 digits; a leading zero may have been lost."),
    MOBILE_MALFORMED(
            "電話番号の形式ではありません（先頭の0が失われた可能性があります）。", "This is not a telephone number; a leading zero may have been lost."),
    ITEMS_MISSING("漏えい項目がありません。", "No leaked item is named."),
    ITEM_UNKNOWN("登録されていない漏えい項目です。", "The catalogue does not know this leak item."),
    NO_IDENTITY("お客様番号もメールアドレスもありません。", "Neither customer number nor e-mail: nobody can be told apart.");

    private final String japanese;
    private final String english;

    RowReason(String japanese, String english) {
        this.japanese = japanese;
        this.english = english;
    }

    String japanese() {
        return japanese;
    }

    String english() {
        return english;
    }
}

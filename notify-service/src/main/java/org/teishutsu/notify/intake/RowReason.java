package org.teishutsu.notify.intake;

/** Why a row of a list cannot be taken, in the words of the list of rejections; docs/intake.md lists them all. */
enum RowReason {
    CELL_COUNT("列数が見出しと異なります。", "The row does not have as many cells as the header."),
    LINE_BREAK("セル内に改行があります（引用符の閉じ忘れの可能性があります）。", "The cell spans several lines; a quote may have been left open."),
    CONTROL_CHARACTER("制御文字が含まれています。", "The cell contains a control character."),
    REPLACEMENT_CHARACTER(
            "文字化けの跡（U+FFFD、〓、?）が含まれています。",
            "The cell contains U+FFFD, a geta mark or a question mark: an earlier conversion lost a character here."),
    TOO_LONG("文字数が多すぎます。", "The cell is too long."),
    SPREADSHEET_ERROR(
            "表計算ソフトのエラー値（#N/A など）または列幅不足の ##### です。",
            "The cell is an error value of a spreadsheet, such as #N/A, or ##### of a narrow column."),
    SPREADSHEET_EXPONENT(
            "表計算ソフトが 1.23E+11 の形に変えた値です。文字列の列として元の値を入れ直してください。",
            "A spreadsheet has turned this into the form 1.23E+11: enter the original again, in a column of text."),
    SPREADSHEET_DATE(
            "表計算ソフトが日付に変えた値です。文字列の列として元の値を入れ直してください。",
            "A spreadsheet has turned this into a date: enter the original again, in a column of text."),
    CUSTOMER_NUMBER_MALFORMED(
            "お客様番号は英数字とハイフンで32文字以内です（全角も可）。",
            "A customer number is at most 32 letters from A to Z, digits and hyphens, in either width."),
    PARTY_UNKNOWN(
            "個人・法人の別がわかりません（個人、法人、INDIVIDUAL、LEGAL_ENTITY）。",
            "The party is none: INDIVIDUAL (個人) or LEGAL_ENTITY (法人)."),
    STATUS_UNKNOWN(
            "お客様の状態がわかりません（現在、解約済、申込のみ、CURRENT、FORMER、APPLICANT）。",
            "The status is none: CURRENT (現在), FORMER (解約済) or APPLICANT (申込のみ)."),
    NAME_MISSING("氏名・名称がありません。", "The name is missing: nobody can be addressed without one."),
    EMAIL_MALFORMED("メールアドレスの形式ではありません。", "This is not an e-mail address."),
    DATE_MALFORMED("日付は 2017-07-31 または 2017/7/31 の形式で記入してください。", "A date is written 2017-07-31 or 2017/7/31."),
    POSTAL_CODE_MALFORMED("郵便番号は7桁の数字です。", "A postal code has 7 digits."),
    POSTAL_CODE_LOST_ZERO(
            "郵便番号が7桁に足りません（表計算ソフトで先頭の0が失われた可能性があります）。",
            "The postal code has fewer than 7 digits: a spreadsheet may have dropped its leading zeros."),
    MOBILE_MALFORMED("電話番号の形式ではありません。", "This is not a telephone number."),
    MOBILE_LOST_ZERO(
            "電話番号が0で始まりません（表計算ソフトで先頭の0が失われた可能性があります）。",
            "The telephone number does not begin with 0: a spreadsheet may have dropped it."),
    ITEMS_MISSING("漏えい項目がありません。", "No leaked item is named."),
    ITEM_UNKNOWN("登録されていない漏えい項目です。", "The catalogue does not know this leak item."),
    ITEM_MARK_UNKNOWN(
            "漏えいの有無を示す印ではありません（1・○・✓・x・Y・はい、または空欄・0・×・-・N・いいえ）。",
            "This is no mark: 1, ○, ✓, x, Y or はい, or else nothing, 0, ×, -, N or いいえ."),
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

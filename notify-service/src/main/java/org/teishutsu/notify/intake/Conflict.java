package org.teishutsu.notify.intake;

/** Why a row waits for a person to decide who is meant, in the words of the list of waiting rows. */
enum Conflict {
    NUMBER_OTHER_NAME(
            "同じお客様番号が別の氏名で登録又は記載されています。", "The ledger or this list has the customer number under another name."),
    EMAIL_OTHER_NAME(
            "お客様番号がなく、同じメールアドレスが別の氏名で登録又は記載されています。",
            "The ledger or this list has the e-mail under another name, and the row has no customer number."),
    SEVERAL_PARTIES("メールアドレスと氏名が複数のお客様に一致します。", "E-mail and name fit several parties."),
    UNKNOWN_PARTY("取り消すべき方が台帳に登録されていません。", "The list withdraws items, and the ledger has nobody whom the row means."),
    ITEMS_DIFFER("同じ方が異なる漏えい項目で複数回記載されています。", "This list names the party more than once, with different items.");

    private final String japanese;
    private final String english;

    Conflict(String japanese, String english) {
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

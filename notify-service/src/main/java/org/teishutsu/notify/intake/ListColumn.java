package org.teishutsu.notify.intake;

import java.util.List;
import java.util.Locale;

/** What a list of exposures tells of a person, and by which names its columns go. */
enum ListColumn {
    CUSTOMER_NUMBER(
            32,
            "顧客番号",
            "お客様番号",
            "お客さま番号",
            "会員番号",
            "顧客ID",
            "お客様ID",
            "会員ID",
            "顧客コード",
            "顧客No",
            "お客様No",
            "customer_no",
            "customer_id",
            "customer_code",
            "client_number",
            "client_id"),
    PARTY(32, "区分", "個人法人区分", "個人法人", "法人個人区分", "法人区分", "人格区分", "種別", "顧客種別", "顧客区分", "customer_type", "party_type"),
    NAME(
            200,
            "氏名",
            "名前",
            "お名前",
            "氏名（漢字）",
            "漢字氏名",
            "氏名・名称",
            "氏名または名称",
            "名称",
            "顧客名",
            "お客様名",
            "お客様氏名",
            "顧客氏名",
            "full_name",
            "customer_name"),
    NAME_KANA(
            200,
            "氏名カナ",
            "フリガナ",
            "ふりがな",
            "カナ氏名",
            "氏名フリガナ",
            "氏名（かな）",
            "氏名（フリガナ）",
            "お名前（カナ）",
            "お名前フリガナ",
            "カナ",
            "カナ名",
            "ヨミガナ",
            "よみがな",
            "顧客名カナ",
            "kana",
            "full_name_kana"),
    EMAIL(
            254,
            "メールアドレス",
            "メール",
            "Eメール",
            "Eメールアドレス",
            "電子メール",
            "電子メールアドレス",
            "登録メールアドレス",
            "e-mail",
            "mail",
            "mail_address",
            "email_address"),
    EMAIL_SINCE(20, "メールアドレス登録日", "メール登録日", "メールアドレス更新日", "メール変更日", "email_registered_on", "email_registered"),
    POSTAL_CODE(20, "郵便番号", "〒", "zip", "zip_code", "post_code"),
    ADDRESS(400, "住所", "ご住所", "現住所", "自宅住所", "住所1", "所在地", "postal_address", "street_address"),
    MOBILE(30, "携帯電話", "携帯電話番号", "携帯番号", "携帯", "mobile_phone", "mobile_number", "cell_phone", "cell"),
    STATUS(
            32,
            "状態",
            "顧客状態",
            "ステータス",
            "顧客ステータス",
            "契約状況",
            "契約状態",
            "契約区分",
            "取引状況",
            "取引区分",
            "口座状況",
            "口座状態",
            "customer_status",
            "account_status"),
    LEGAL_REPRESENTATIVE(
            200,
            "法定代理人",
            "法定代理人氏名",
            "法定代理人名",
            "親権者",
            "親権者氏名",
            "未成年後見人",
            "成年後見人",
            "後見人",
            "後見人氏名",
            "legal_guardian",
            "guardian"),
    ITEMS(
            2600,
            "漏えい項目",
            "漏洩項目",
            "流出項目",
            "漏えいした項目",
            "漏えい情報",
            "漏洩情報",
            "流出情報",
            "漏えいデータ",
            "漏えい等項目",
            "leaked_items",
            "leak_items",
            "leaked");

    private final int longest;
    /** Joined: an enum holds nothing that could change. */
    private final String aliases;

    ListColumn(int longest, String... aliases) {
        this.longest = longest;
        this.aliases = String.join("\n", aliases);
    }

    /** The name it has in reports and mappings, and one of those a header may use. */
    String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What else a header may call it, in any width and case. */
    List<String> aliases() {
        return aliases.lines().toList();
    }

    /** In code points; for an e-mail address the limit of RFC 5321 section 4.5.3.1.3. */
    int longest() {
        return longest;
    }
}

package org.teishutsu.notify.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegalFormsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "見本商事株式会社",
                "㈱見本",
                "見本㈲",
                "㍿見本",
                "（株）見本",
                "見本(有)",
                "合同会社見本",
                "見本学校法人",
                "医療法人社団見本会",
                "社会福祉法人見本会",
                "宗教法人見本寺",
                "見本農業協同組合",
                "見本信用組合",
                "一般社団法人見本",
                "公益財団法人見本記念会",
                "見本協会",
                "日本見本協会 東京支部",
                "見本記念財団",
                "見本信用金庫",
                "見本労働金庫",
                "見本銀行",
                "㈱見本銀行",
                "見本銀行架空支店",
                "見本区立見本小学校",
                "見本学園",
                "見本女学院",
                "見本病院",
                "見本医院",
                "見本クリニック",
                "見本法律事務所",
                "見本マンション管理組合",
                "（社福）見本会",
                "㈶見本",
                "㈻見本",
                "(医)見本会",
                "(一社)見本",
                "（特非）見本の会",
                "見本神社",
                "Mihon Inc.",
                "Mihon Co., Ltd.",
                "見本基金"
            })
    void bodiesAreAddressedAsSuch(String name) {
        assertThat(LegalForms.in(name)).isTrue();
    }

    /** Made up of characters that legal forms have, too; each a name that somebody can have. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "髙﨑 一郎",
                "𠮷田 花子",
                "白銀 行雄",
                "白銀行雄",
                "白銀行",
                "白銀 行",
                "大学 園子",
                "学 園子",
                "学園子",
                "堀口 大学",
                "財前 五郎",
                "社本 団",
                "三社 福子",
                "協 同",
                "金庫 一",
                "会田 社",
                "度会 人志",
                "光法 人志",
                "神社 福次",
                "神 社",
                "院田 病",
                "組田 合子",
                "基 金太郎",
                "山田 株子",
                "有田 有",
                "事務 所子",
                "見本 太郎(学)",
                "見本 太郎（旧姓 医王）",
                "銀 行",
                "Ink Limond",
                "Nicole Banks"
            })
    void peopleArePeople(String name) {
        assertThat(LegalForms.in(name)).isFalse();
    }
}

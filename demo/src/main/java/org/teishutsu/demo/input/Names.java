package org.teishutsu.demo.input;

import java.util.List;
import java.util.SplittableRandom;

/** Made-up names of people and firms, with the characters that break Japanese systems. */
final class Names {

    /** A name as written, in katakana, and in Latin letters for an address. */
    record Name(String written, String kana, String latin) {}

    /** Every one of them can be written in CP932. */
    private static final List<Name> FAMILY = parse("""
            佐藤 サトウ sato/鈴木 スズキ suzuki/髙橋 タカハシ takahashi/高橋 タカハシ takahashi/田中 タナカ tanaka/伊藤 イトウ ito
            渡辺 ワタナベ watanabe/渡邉 ワタナベ watanabe/渡邊 ワタナベ watanabe/山本 ヤマモト yamamoto/中村 ナカムラ nakamura
            小林 コバヤシ kobayashi/加藤 カトウ kato/吉田 ヨシダ yoshida/山田 ヤマダ yamada/佐々木 ササキ sasaki/山口 ヤマグチ yamaguchi
            松本 マツモト matsumoto/井上 イノウエ inoue/木村 キムラ kimura/林 ハヤシ hayashi/斎藤 サイトウ saito/齋藤 サイトウ saito
            齊藤 サイトウ saito/清水 シミズ shimizu/山﨑 ヤマザキ yamazaki/山崎 ヤマザキ yamazaki/森 モリ mori/池田 イケダ ikeda
            橋本 ハシモト hashimoto/阿部 アベ abe/石川 イシカワ ishikawa/濵田 ハマダ hamada/濱田 ハマダ hamada/濵﨑 ハマサキ hamasaki
            髙島 タカシマ takashima/髙﨑 タカサキ takasaki/德永 トクナガ tokunaga/栁田 ヤナギダ yanagida/瀨戸 セト seto/岡﨑 オカザキ okazaki
            神﨑 カンザキ kanzaki/長谷川 ハセガワ hasegawa/五十嵐 イガラシ igarashi/勅使河原 テシガワラ teshigawara/東海林 ショウジ shoji
            小笠原 オガサワラ ogasawara/久保田 クボタ kubota/大塚 オオツカ otsuka/野口 ノグチ noguchi/菊地 キクチ kikuchi/菊池 キクチ kikuchi
            辻 ツジ tsuji/葛西 カサイ kasai/内海 ウツミ utsumi/榊 サカキ sakaki/二 シタナガ shitanaga/一 ニノマエ ninomae
            """);

    /** Not in CP932: only for people who appear in the UTF-8 list alone. */
    private static final List<Name> FAMILY_BEYOND_CP932 =
            parse("𠮷田 ヨシダ yoshida/𠮷川 ヨシカワ yoshikawa/𠮷﨑 ヨシザキ yoshizaki/髙𣘺 タカハシ takahashi");

    private static final List<Name> GIVEN = parse("""
            太郎 タロウ taro/一郎 イチロウ ichiro/健太 ケンタ kenta/翔太 ショウタ shota/大輔 ダイスケ daisuke/拓也 タクヤ takuya
            直樹 ナオキ naoki/浩二 コウジ koji/誠 マコト makoto/隆 タカシ takashi/茂 シゲル shigeru/勝 マサル masaru/和夫 カズオ kazuo
            正雄 マサオ masao/博 ヒロシ hiroshi/清 キヨシ kiyoshi/実 ミノル minoru/惠一 ケイイチ keiichi/眞一 シンイチ shinichi
            亮 リョウ ryo/蓮 レン ren/陽翔 ハルト haruto/花子 ハナコ hanako/惠子 ケイコ keiko/由美 ユミ yumi/眞由美 マユミ mayumi
            陽子 ヨウコ yoko/久美子 クミコ kumiko/智子 トモコ tomoko/裕子 ユウコ yuko/明美 アケミ akemi/直美 ナオミ naomi
            美咲 ミサキ misaki/さくら サクラ sakura/ひなた ヒナタ hinata/葵 アオイ aoi/結衣 ユイ yui/愛 アイ ai/彩 アヤ aya
            千代 チヨ chiyo/とめ トメ tome/幸子 サチコ sachiko/節子 セツコ setsuko/マリア マリア maria/レナ レナ rena/ジョン ジョン john
            """);

    private static final List<Name> FIRM = parse("""
            青葉商事 アオバショウジ aoba/若葉物産 ワカバブッサン wakaba/見本製作所 ミホンセイサクショ mihon/山﨑工務店 ヤマザキコウムテン yamazaki
            例示フーズ レイジフーズ reiji/東雲運輸 シノノメウンユ shinonome/髙砂薬局 タカサゴヤッキョク takasago/有明印刷 アリアケインサツ ariake
            サンプル興産 サンプルコウサン sample/仮名文具 カナブング kana/架空電機 カクウデンキ kakuu/濵屋酒店 ハマヤサケテン hamaya
            """);

    private static final List<String> FIRM_FORMS = List.of("株式会社%s", "%s株式会社", "有限会社%s", "合同会社%s", "㈱%s");

    private Names() {}

    static Name person(SplittableRandom random, boolean cp932) {
        List<Name> families = !cp932 && random.nextInt(12) == 0 ? FAMILY_BEYOND_CP932 : FAMILY;
        Name family = pick(families, random);
        Name given = pick(GIVEN, random);
        String space = random.nextInt(10) == 0 ? "" : "　";
        return new Name(
                family.written() + space + given.written(),
                family.kana() + "　" + given.kana(),
                family.latin() + "." + given.latin());
    }

    static Name firm(SplittableRandom random) {
        Name firm = pick(FIRM, random);
        return new Name(String.format(pick(FIRM_FORMS, random), firm.written()), firm.kana(), firm.latin());
    }

    static <T> T pick(List<T> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }

    private static List<Name> parse(String table) {
        return table.strip()
                .lines()
                .flatMap(line -> List.of(line.strip().split("/", -1)).stream())
                .map(entry -> {
                    List<String> parts = List.of(entry.split(" ", -1));
                    return new Name(parts.get(0), parts.get(1), parts.get(2));
                })
                .toList();
    }
}

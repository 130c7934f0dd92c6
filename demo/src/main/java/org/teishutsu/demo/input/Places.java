package org.teishutsu.demo.input;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Made-up addresses: real prefectures, towns that do not exist, numbers nobody holds. */
final class Places {

    private static final List<String> TOWNS = List.of(
            "北海道見本市北一条西",
            "宮城県例示市青葉",
            "東京都架空区見本町",
            "東京都例示市さくら台",
            "神奈川県見本市港町",
            "埼玉県仮名市中央",
            "千葉県架空市海浜",
            "愛知県例示市栄",
            "京都府見本市上ル町",
            "大阪府架空市梅町",
            "兵庫県仮名市元町",
            "広島県例示市本通",
            "福岡県見本市天神下",
            "沖縄県架空市首里");

    /** Half-width kana, a comma and quotes: what registers hold in truth. */
    private static final List<String> BUILDINGS =
            List.of("サンプルハイツ%d", "ｺｰﾎﾟ見本%d", "見本ビル, %d号室", "第2\"例\"マンション%d", "レジデンス髙台%d");

    private Places() {}

    static String address(SplittableRandom random) {
        String place = Names.pick(TOWNS, random) + (1 + random.nextInt(9)) + "-" + (1 + random.nextInt(30)) + "-"
                + (1 + random.nextInt(20));
        return random.nextInt(4) == 0
                ? place + "　" + String.format(Names.pick(BUILDINGS, random), 101 + random.nextInt(900))
                : place;
    }

    static String postalCode(SplittableRandom random) {
        return String.format(Locale.ROOT, "%03d-%04d", random.nextInt(1_000), random.nextInt(10_000));
    }

    /** Subscriber numbers that begin with 0 are not given out. */
    static String mobile(SplittableRandom random) {
        return String.format(
                Locale.ROOT,
                "%s-0%03d-%04d",
                Names.pick(List.of("070", "080", "090"), random),
                random.nextInt(1_000),
                random.nextInt(10_000));
    }
}

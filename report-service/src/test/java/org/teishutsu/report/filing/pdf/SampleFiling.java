package org.teishutsu.report.filing.pdf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.teishutsu.report.filing.content.Block;
import org.teishutsu.report.filing.content.Block.Align;
import org.teishutsu.report.filing.content.Block.Bar;
import org.teishutsu.report.filing.content.Block.BarChart;
import org.teishutsu.report.filing.content.Block.Column;
import org.teishutsu.report.filing.content.Block.Heading;
import org.teishutsu.report.filing.content.Block.Items;
import org.teishutsu.report.filing.content.Block.Paragraph;
import org.teishutsu.report.filing.content.Block.Table;
import org.teishutsu.report.filing.content.Contact;
import org.teishutsu.report.filing.content.FilingContent;
import org.teishutsu.report.filing.content.FirmCopy;
import org.teishutsu.report.filing.content.Section;
import org.teishutsu.report.filing.content.Submitter;

/** An initial filing of the fictional firm; every split of a total in it is made up. */
final class SampleFiling {
    static final Instant RELEASED_AT = Instant.parse("2017-08-16T01:30:00Z");
    static final String HARD_NAMES = "髙橋　﨑山　𠮷野　濵田　德永　栁澤　渡邉";

    private SampleFiling() {}

    static FilingContent content() {
        return with(sections(), annexes());
    }

    /** What a filing may be, but hardly ever is: nothing optional, nothing in a table, a row taller than a page. */
    static FilingContent edges() {
        List<Block> blocks = List.of(
                new Heading("見出しだけの節".repeat(12)),
                new Paragraph("一\n\n二"),
                new Table("空の表", List.of(new Column("項目", Align.TEXT, 1)), List.of(), false),
                new Table(
                        "頁より高い行",
                        List.of(new Column("番号", Align.NUMBER, 1), new Column("本文", Align.TEXT, 9)),
                        List.of(List.of("1", longProse().repeat(9)), List.of("2", ""), List.of("", "a".repeat(300))),
                        true),
                new Table(
                        "200行の表",
                        List.of(new Column("番号", Align.NUMBER, 1), new Column("証跡", Align.TEXT, 3)),
                        IntStream.rangeClosed(1, 200)
                                .mapToObj(i -> List.of(String.valueOf(i), "証跡" + i))
                                .toList(),
                        false),
                new BarChart("値のない図", "全て0件である。", "件", List.of(new Bar("無", 0), new Bar("空", 0))),
                new BarChart(
                        "棒の多い図",
                        "棒が60本ある。",
                        "件",
                        IntStream.rangeClosed(1, 60)
                                .mapToObj(i -> new Bar("項目" + i, i * 1_000L))
                                .toList()));
        Submitter submitter = new Submitter("東京都", "サンプルＦＸ株式会社", "関東財務局長（金商）第9999号", null, "代表取締役社長", "見本　一郎", false);
        FilingContent sample = content();
        return new FilingContent(
                FilingContent.SCHEMA_VERSION,
                "業務改善命令に係る進捗状況について（第12回報告）".repeat(3),
                "PROGRESS",
                12,
                "サ総発第1号",
                LocalDate.of(2019, 5, 7),
                Instant.parse("2019-04-23T03:04:05Z"),
                sample.addressee(),
                submitter,
                sample.subject(),
                "前文",
                List.of("報告書"),
                new Contact("総務部", "見本　二郎", "03-0000-0000", null),
                List.of(new Section("1", "節", blocks)),
                List.of(),
                List.of(),
                List.of());
    }

    /** The same letter around other sections. */
    static FilingContent with(List<Section> sections, List<Section> annexes) {
        return new FilingContent(
                FilingContent.SCHEMA_VERSION,
                "業務改善命令に係る対応・実施状況について（報告）",
                "INITIAL",
                0,
                "サ総発第29－081号",
                LocalDate.of(2017, 8, 16),
                Instant.parse("2017-08-08T15:00:00Z"),
                "関東財務局長　殿",
                new Submitter(
                        "東京都中央区見本一丁目2番3号　サンプルビル5階",
                        "サンプルＦＸ株式会社",
                        "関東財務局長（金商）第9999号",
                        "0000000000000",
                        "代表取締役社長",
                        "髙﨑　𠮷郎",
                        true),
                "業務改善命令に係る対応・実施状況について（報告）",
                """
                平成29年7月28日付「関財金1第999号」をもって、金融商品取引法第51条の規定に基づき発出されました業務改善命令につきまして、\
                命令事項(1)から(3)までの対応及び実施状況を、同命令の主文4に基づき、下記のとおりご報告申し上げます。
                お客様をはじめ関係者の皆様に多大なるご迷惑とご心配をおかけしましたことを、改めて深くお詫び申し上げます。""",
                List.of("報告書本文（0から10まで）", "別紙1　時系列", "別紙2　漏えい項目の組合せ別件数"),
                new Contact("内部管理部　報告担当", "濵田　德子", "03-0000-0000", "houkoku@example.jp"),
                sections,
                annexes,
                List.of(),
                List.of());
    }

    static FirmCopy firmCopy() {
        return new FirmCopy(
                List.of(
                        new FirmCopy.Check(
                                "COMBINATIONS_SUM",
                                "組合せ表の合計",
                                FirmCopy.Severity.BLOCKING,
                                FirmCopy.Outcome.PASSED,
                                "2017年の攻撃：組合せ表 2,455件、台帳 2,455件\n2016年の攻撃：組合せ表 112,364件、台帳 112,364件",
                                null,
                                null),
                        new FirmCopy.Check(
                                "MATCHES_PUBLISHED",
                                "公表件数との一致",
                                FirmCopy.Severity.BLOCKING,
                                FirmCopy.Outcome.FAILED,
                                "台帳 2,455件、最後に公表した確定値 2,454件",
                                "公表後に1件の追加を確認した。本文3に差異の理由を記載済みである。",
                                "承認者　栁澤"),
                        new FirmCopy.Check(
                                "CUMULATIVE_NOT_SHRINKING",
                                "累計の減少がないこと",
                                FirmCopy.Severity.WARNING,
                                FirmCopy.Outcome.NOT_APPLICABLE,
                                "前回の報告なし",
                                null,
                                null)),
                "0123456789abcdef".repeat(4));
    }

    static Edition submission() {
        return new Edition(new Rendering.Submission(false), false, false, RELEASED_AT);
    }

    static Edition copy() {
        return new Edition(new Rendering.Copy(firmCopy()), false, false, RELEASED_AT);
    }

    private static List<Section> sections() {
        return List.of(
                new Section(
                        "0",
                        "概要",
                        List.of(
                                new Paragraph(
                                        "当社は、平成29年7月28日付の業務改善命令を受け、新規口座開設の停止、漏えいの可能性の網羅的な検証、不正利用の監視強化及びお客様への個別のご案内を実施している。基準日までに確認した事実と、現時点で未了の事項を区別して記載する。"),
                                new Items(List.of(
                                        "命令(1)：新規口座開設は平成29年7月28日17時00分から停止している。再開の条件は5(3)に示す。",
                                        "命令(2)：ログイン及び出金の監視を24時間体制とし、基準日までに漏えい情報の不正利用は確認していない。",
                                        "命令(3)：対象となる全てのお客様に、どの項目が漏えいしたかを個別にご案内する。",
                                        "命令(4)：本報告以後、毎月16日を期限として進捗状況を報告する。")),
                                new Table(
                                        "表1　漏えい件数（確定値）",
                                        List.of(
                                                new Column("事案", Align.TEXT, 4),
                                                new Column("件数（延べ）", Align.NUMBER, 2),
                                                new Column("人数（実人数）", Align.NUMBER, 2),
                                                new Column("確定日", Align.TEXT, 3)),
                                        List.of(
                                                List.of("2016年の攻撃", "112,364件", "112,364人", "平成29年7月31日"),
                                                List.of("2017年の攻撃", "2,455件", "2,455人", "平成29年7月31日"),
                                                List.of("重複", "－", "△1,204人", ""),
                                                List.of("合計", "114,819件", "113,615人", "")),
                                        true))),
                new Section(
                        "1",
                        "命令の内容及び本報告の範囲",
                        List.of(
                                new Paragraph(
                                        "本報告は、金融商品取引法第56条の2第1項に基づき既に提出した報告に続き、命令事項(1)から(3)までの対応状況を取りまとめたものである。文中の「お客様」とは、漏えい対象者をいい、既に口座を解約された方及びセミナーに申し込まれた方を含む。"),
                                new Paragraph(
                                        "件数の単位は、記録の数を「件」、実人数を「人」とし、両者を区別する。「約」を付した数値は推計であり、その他は確定値である。ASCII words such as log-in and access log are set without stretching the spaces between them, as any careful printer would do."))),
                new Section(
                        "2",
                        "事案の概要",
                        List.of(
                                new Heading("(1) 2017年の攻撃"),
                                new Paragraph(
                                        "平成29年7月13日15時頃、システム部が外部からの不正アクセスを検知し、直ちに遮断した。翌14日に第三者機関へ被害範囲及び原因の調査を委託した。お客様の資産及び既存のお客様の取引への影響は、基準日までに確認していない。"),
                                new Heading("(2) 2016年の攻撃"),
                                new Paragraph(
                                        "平成29年7月18日、第三者機関から、平成28年7月から同年11月までの間に断続的な不正アクセスがあった可能性の指摘を受け、同月22日に当社がこれを確認し、当該経路を遮断した。当時は検知できていなかった。"),
                                new Heading("(3) 関係機関への連絡"),
                                new Items(List.of(
                                        "警察：平成29年7月14日に相談した。",
                                        "個人情報保護委員会：平成29年7月18日に報告した。",
                                        "自主規制団体及びJPCERT/CC：平成29年7月18日に連絡した。")))),
                new Section(
                        "3",
                        "漏えい項目及び件数",
                        List.of(
                                new Paragraph(
                                        "事案ごとの項目は別紙2のとおりである。2016年の攻撃においては、氏名及び住所は漏えいしていない。初回ログインパスワードは既に無効化済みであり、取引に用いるログインパスワード及び個人番号は漏えいしていない。"),
                                new BarChart(
                                        "図1　2016年の攻撃における組合せ別件数（内訳は架空のものである）",
                                        "2016年の攻撃における組合せ別件数の横棒グラフ。顧客番号・生年月日・電話番号・電子メールアドレス・初回ログインパスワードが98,120件、顧客番号・生年月日・携帯電話番号が14,044件、全ての項目が200件。",
                                        "件",
                                        List.of(
                                                new Bar("顧客番号・生年月日・電話番号・電子メールアドレス・初回ログインパスワード", 98_120),
                                                new Bar("顧客番号・生年月日・携帯電話番号", 14_044),
                                                new Bar("全ての項目", 200))))),
                new Section(
                        "4",
                        "発生原因",
                        List.of(
                                new Paragraph(
                                        "第三者機関の調査によれば、公開用サーバにおける脆弱性対応の遅れ、アクセスログの監視範囲の不足及び顧客情報の保存期間の管理不備が重なったことが原因である。"),
                                new Paragraph(longProse()))),
                new Section(
                        "5",
                        "命令(1)への対応",
                        List.of(
                                new Heading("(1) 新規口座開設の停止"),
                                new Paragraph("平成29年7月28日17時00分に停止した。停止時点で受付済みの申込み312件は、申込者に事情を説明の上、審査を中断している。"),
                                new Heading("(2) 網羅的な検証"),
                                new Table(
                                        "表2　検証の範囲及び結果",
                                        List.of(
                                                new Column("対象", Align.TEXT, 3),
                                                new Column("方法", Align.TEXT, 4),
                                                new Column("結果", Align.TEXT, 4)),
                                        List.of(
                                                List.of("公開用サーバ全18台", "脆弱性診断（外部機関）", "指摘7件、全て対応済み"),
                                                List.of(
                                                        "アクセスログ\n（平成28年1月以降）",
                                                        "第三者機関による全件の調査",
                                                        "本報告の2事案のほか、不正アクセスの痕跡なし"),
                                                List.of("顧客情報データベース", "権限及び照会履歴の突合", "不要な権限23件を削除")),
                                        false),
                                new Heading("(3) 再開の条件"),
                                new Paragraph("検証の完了、改善策の実施及び取締役会の決議の後、貴局の確認を得て再開する。"))),
                new Section(
                        "6",
                        "命令(2)への対応",
                        List.of(new Paragraph(
                                "ログイン及び出金の監視、出金先口座の変更時の本人確認の強化並びにフィッシングサイトの監視を実施している。担当は、" + HARD_NAMES + "である。"))),
                new Section(
                        "7",
                        "命令(3)への対応",
                        List.of(new Table(
                                "表3　通知状況（基準日現在）",
                                List.of(new Column("区分", Align.TEXT, 5), new Column("人数", Align.NUMBER, 2)),
                                List.of(
                                        List.of("送信済み（14日間不達通知なし）・発送済み（30日間返戻なし）", "0人"),
                                        List.of("送信・発送済み", "109,862人"),
                                        List.of("到達確認（ご連絡あり）", "1,530人"),
                                        List.of("不達", "1,127人"),
                                        List.of("手続中", "1,096人"),
                                        List.of("合計", "113,615人")),
                                true))),
                new Section(
                        "8",
                        "再発防止策",
                        List.of(new Table(
                                "表4　改善策の実施状況",
                                List.of(
                                        new Column("番号", Align.NUMBER, 1),
                                        new Column("改善策", Align.TEXT, 5),
                                        new Column("命令", Align.TEXT, 2),
                                        new Column("段階", Align.TEXT, 2),
                                        new Column("実施期限", Align.TEXT, 3)),
                                measures(),
                                false))),
                new Section("9", "経営責任及び態勢", List.of(new Paragraph("平成29年8月14日開催の取締役会において、本報告の内容を決議し、役員報酬の減額を決定した。"))),
                new Section(
                        "10",
                        "未確定の事項及び今後の予定",
                        List.of(
                                new Paragraph("不達となったお客様1,127人には、平成29年8月末までに書面を発送する。"),
                                new Paragraph("基準日後に生じた主な事項は、次のとおりである。"),
                                new Items(List.of("平成29年8月10日、公表資料に「よくあるご質問」を追加した。")))));
    }

    private static List<Section> annexes() {
        List<List<String>> combinations = new ArrayList<>(List.of(
                List.of("2016年の攻撃", "顧客番号・生年月日・電話番号・電子メールアドレス・初回ログインパスワード", "98,120件"),
                List.of("2016年の攻撃", "顧客番号・生年月日・携帯電話番号", "14,044件"),
                List.of("2016年の攻撃", "全ての項目", "200件"),
                List.of("合計", "", "112,364件")));
        return List.of(
                new Section(
                        "別紙1",
                        "時系列",
                        List.of(new Table(
                                "時系列（時刻は全て日本標準時）",
                                List.of(new Column("日時", Align.TEXT, 2), new Column("事項", Align.TEXT, 5)),
                                List.of(
                                        List.of("平成28年7月～11月", "断続的な不正アクセス（当時は未検知）"),
                                        List.of("平成29年7月13日15時頃", "不正アクセスを検知し、遮断"),
                                        List.of("平成29年7月14日", "第三者機関へ調査を委託"),
                                        List.of("平成29年7月17日", "第一報を公表"),
                                        List.of("平成29年7月26日", "第二報を公表（差替え版・追加情報）"),
                                        List.of("平成29年7月28日", "業務改善命令"),
                                        List.of("平成29年7月31日", "項目の組合せ別件数を公表")),
                                false))),
                new Section(
                        "別紙2",
                        "漏えい項目の組合せ別件数",
                        List.of(new Table(
                                "組合せ別件数（内訳は架空のものである）",
                                List.of(
                                        new Column("事案", Align.TEXT, 2),
                                        new Column("項目の組合せ", Align.TEXT, 6),
                                        new Column("件数", Align.NUMBER, 2)),
                                combinations,
                                true))));
    }

    private static List<List<String>> measures() {
        String[] titles = {
            "公開用サーバの脆弱性情報の収集及び適用期限の規程化",
            "侵入検知の対象を全ての公開経路に拡大",
            "アクセスログの日次点検（休日を含む。）",
            "顧客情報の保存期間の見直し及び不要データの消去",
            "全役職員への情報セキュリティ研修（年2回）"
        };
        String[] stages = {"検討", "立案", "規程化", "実施", "効果検証"};
        return IntStream.rangeClosed(1, 30)
                .mapToObj(i -> List.of(
                        String.valueOf(i),
                        titles[i % titles.length],
                        "命令(" + (i % 3 + 1) + ")",
                        stages[i % stages.length],
                        "平成29年" + (9 + i % 4) + "月末"))
                .toList();
    }

    /** Sentences full of what must not begin or end a line. */
    static String longProse() {
        return ("「検知」・「遮断」・「調査」の三段階（いわゆる初動対応）については、次の課題を認めた：①連絡体制、②判断基準〈手順書〉、③記録方法……。"
                        + "ログは約1,200万行／日（ピーク時～1,500万行）に達し、「々」、「ゝ」、「ー」、「ッ」、「ャ」などの文字を含む名称も多い。"
                        + "費用は￥12,500,000（税込み）、進捗は87.5％、〒100-0000宛ての返戻は3件であった。「『重要』」・（注）を付す。")
                .repeat(4);
    }
}

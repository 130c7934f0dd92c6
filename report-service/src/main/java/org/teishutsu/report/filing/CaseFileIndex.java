package org.teishutsu.report.filing;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.teishutsu.common.time.JapaneseEra;
import org.teishutsu.report.order.OrderView;

/** The page that a case file opens with, and its tables' lines. */
final class CaseFileIndex {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private CaseFileIndex() {}

    static String html(OrderView order, Instant madeAt, boolean drill, List<CaseFileZip.Entry> entries) {
        String rows = entries.stream()
                .map(entry ->
                        "<tr><td><a href=\"%s\">%s</a></td><td>%s</td><td class=\"n\">%s</td><td><code>%s</code></td></tr>"
                                .formatted(
                                        escape(entry.path()),
                                        escape(entry.path()),
                                        escape(entry.what()),
                                        Wording.number(entry.bytes()),
                                        entry.sha256()))
                .collect(Collectors.joining("\n"));
        return """
                <!DOCTYPE html>
                <html lang="ja">
                <head>
                <meta charset="UTF-8">
                <title>一件記録：%1$s</title>
                <style>
                body { font-family: serif; margin: 2em; line-height: 1.6 }
                table { border-collapse: collapse }
                th, td { border: 1px solid #999; padding: 0.2em 0.5em; text-align: left; vertical-align: top }
                td.n { text-align: right }
                code { font-size: 80%% }
                </style>
                </head>
                <body>
                <h1>業務改善命令に係る一件記録%2$s</h1>
                <p>%3$s　%1$s（%4$s付け）<br>作成日時：%5$s</p>
                <p>この記録は、命令に関して当社が保有する全ての記録を、JSON、CSV、PDF等の公開された形式でまとめたものである。\
                お客様の個人情報は含まない。各ファイルの内容はSHA-256により特定される。ハッシュ値の一覧は、SHA256SUMSにもある。</p>
                <p>この記録に欠け又は書換えがないことは、「suite verify」の命令により、他の仕組みに接続することなく確かめることができる。</p>
                <table>
                <thead><tr><th>ファイル</th><th>内容</th><th>バイト数</th><th>SHA-256</th></tr></thead>
                <tbody>
                %6$s
                </tbody>
                </table>
                </body>
                </html>
                """.formatted(
                        escape(order.documentNumber()),
                        drill ? "（訓練）" : "",
                        escape(order.authority()),
                        JapaneseEra.date(order.issuedOn()),
                        JapaneseEra.dateTime(madeAt),
                        rows);
    }

    /** One line of a table (RFC 4180); what a spreadsheet would take for a formula gets an apostrophe in front. */
    static String csv(List<String> cells) {
        return cells.stream()
                .map(cell -> !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell)
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}

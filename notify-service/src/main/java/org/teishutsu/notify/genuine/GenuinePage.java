package org.teishutsu.notify.genuine;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The page as HTML: small, without script, style from elsewhere or link. */
final class GenuinePage {

    private static final String NEVER_ASKED = "当社が、メールや電話、リンク先の画面で、ＩＤ、パスワード、暗証番号をお尋ねすることは決してありません。";

    private GenuinePage() {}

    static String of(List<GenuineMessage> messages, boolean drill) {
        String rows = messages.stream()
                .map(message ->
                        "<tr><td>" + date(message.sentOn()) + "</td><td>" + escaped(message.subject()) + "</td></tr>")
                .collect(Collectors.joining("\n"));
        return page("""
                <p>このお問い合わせ番号で、当社は次のお知らせをお送りしています。</p>
                <table>
                <thead><tr><th scope="col">送信日</th><th scope="col">件名</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>
                """.formatted(rows), drill);
    }

    static String unknown(boolean drill) {
        return page("""
                <p>このお問い合わせ番号で当社からお送りしたお知らせは確認できませんでした。番号をもう一度お確かめください。
                番号に誤りがない場合は、お手元のお知らせは当社からのものではないおそれがあります。</p>
                """, drill);
    }

    static String revoked(boolean drill) {
        return page("""
                <p>このお問い合わせ番号は、現在は有効ではありません。この番号が記載されたお知らせが当社からのものかどうかは、
                この画面ではお答えできません。当社のホームページに掲載しているお問い合わせ窓口まで、お電話でご確認ください。</p>
                """, drill);
    }

    static String tooMany(boolean drill) {
        return page("""
                <p>短い時間に多くの照会がありましたので、お答えできませんでした。しばらくたってから、もう一度お試しください。</p>
                """, drill);
    }

    private static String page(String content, boolean drill) {
        return """
                <!DOCTYPE html>
                <html lang="ja">
                <head>
                <meta charset="UTF-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <title>お知らせの確認</title>
                <style>
                body { font-family: sans-serif; line-height: 1.7; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }
                table { border-collapse: collapse; }
                th, td { border: 1px solid #666; padding: .3rem .8rem; text-align: left; }
                .drill { border: 2px solid #a00; color: #a00; padding: .3rem .8rem; }
                </style>
                </head>
                <body>
                %s<h1>お知らせの確認</h1>
                %s<p><strong>%s</strong></p>
                </body>
                </html>
                """.formatted(drill ? "<p class=\"drill\">訓練</p>\n" : "", content, NEVER_ASKED);
    }

    private static String date(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

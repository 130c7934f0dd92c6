package org.teishutsu.report.publicnotice;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.teishutsu.common.time.Jst;
import org.teishutsu.report.publicnotice.NoticeRelation.Kind;

/** The change log as a small page to hand to the public site: no script, no style from elsewhere, readable without any. */
final class ChangeLogPage {
    private ChangeLogPage() {}

    static String of(ChangeLog log, String mark) {
        String entries = log.entries().stream().map(ChangeLogPage::entry).collect(Collectors.joining());
        return """
                <!DOCTYPE html>
                <html lang="ja">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s更新履歴</title>
                <style>
                body { font-family: sans-serif; line-height: 1.7; color: #1a1a1a; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
                h1 { font-size: 1.5rem; border-bottom: 2px solid #444; padding-bottom: .4rem; }
                ol { list-style: none; padding: 0; }
                li.notice { border-bottom: 1px solid #ccc; padding: .9rem 0; }
                time { color: #444; font-size: .9rem; }
                h2 { font-size: 1.05rem; margin: .1rem 0 .3rem; }
                .replaced h2 { color: #595959; }
                .note { margin: .1rem 0; font-size: .92rem; }
                .mark { border: 2px solid #9b1c1c; color: #9b1c1c; padding: .4rem .8rem; }
                </style>
                </head>
                <body>
                <main>
                <h1>お知らせの更新履歴</h1>
                %2$s<p>本件に関して当社が公表したお知らせを、新しいものから順に掲載しています。内容を改めたお知らせも削除せず、改めた後のお知らせを併せて示します。</p>
                %3$s</main>
                </body>
                </html>
                """.formatted(
                        mark,
                        mark.isEmpty() ? "" : "<p class=\"mark\">" + mark + "：実際の事案に関するものではありません。</p>\n",
                        entries.isEmpty() ? "<p>公表したお知らせはありません。</p>\n" : "<ol>\n" + entries + "</ol>\n");
    }

    private static String entry(ChangeLog.Entry entry) {
        StringBuilder notes = new StringBuilder();
        entry.figures().forEach(each -> notes.append(note(words(each))));
        entry.relations().forEach(each -> notes.append(note(words(each))));
        if (!entry.replacedBy().isEmpty()) {
            notes.append(note(replaced(entry.replacedBy())));
        }
        return """
                <li class="notice%s">
                <time datetime="%s">%s</time>
                <h2>%s</h2>
                %s</li>
                """.formatted(
                        entry.current() ? "" : " replaced",
                        entry.publishedAt(),
                        moment(entry.publishedAt()),
                        escaped(entry.title()),
                        notes);
    }

    private static String words(ChangeLog.Said figure) {
        return "%s：%s%s（%s）"
                .formatted(
                        escaped(figure.title()),
                        String.format(Locale.ROOT, "%,d", figure.number()),
                        figure.unit().label(),
                        figure.certainty().label());
    }

    private static String words(ChangeLog.Reference earlier) {
        String of = "「%s」（%s公表）".formatted(escaped(earlier.title()), day(earlier.publishedAt()));
        return earlier.kind() == Kind.REPLACES ? of + "の差替え版です。" : of + "に情報を追加するものです。";
    }

    private static String replaced(List<ChangeLog.Reference> later) {
        return later.stream()
                        .map(each -> "「%s」（%s公表）".formatted(escaped(each.title()), day(each.publishedAt())))
                        .collect(Collectors.joining("及び"))
                + "に差し替えました。";
    }

    private static String note(String words) {
        return "<p class=\"note\">" + words + "</p>\n";
    }

    /** A public page counts years as its readers do (西暦). */
    private static String day(Instant instant) {
        LocalDateTime local = Jst.dateTime(instant);
        return "%d年%d月%d日".formatted(local.getYear(), local.getMonthValue(), local.getDayOfMonth());
    }

    private static String moment(Instant instant) {
        LocalDateTime local = Jst.dateTime(instant);
        return day(instant) + " %d時%02d分".formatted(local.getHour(), local.getMinute());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

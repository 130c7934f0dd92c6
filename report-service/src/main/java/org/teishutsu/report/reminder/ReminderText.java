package org.teishutsu.report.reminder;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.teishutsu.common.time.JapaneseEra;
import org.teishutsu.report.deadline.DeadlineView;
import org.teishutsu.report.evidence.EvidenceAltered;
import org.teishutsu.report.order.OrderView;

/** What a mail to the firm's own people says; no customer is in it. */
record ReminderText(String subject, String body) {

    static ReminderText of(OrderView order, DeadlineView deadline, LocalDate day, String mark) {
        String report = deadline.number() == 0 ? "初回報告" : "第%d回報告".formatted(deadline.number());
        long left = ChronoUnit.DAYS.between(day, deadline.safe());
        String when = left > 0 ? "社内期限まであと%d日".formatted(left) : left == 0 ? "本日が社内期限" : "社内期限を%d日経過".formatted(-left);
        String state = left >= 0
                ? "下記の報告書の社内期限が近づいておりますので、お知らせいたします。"
                : deadline.overdue()
                        ? "下記の報告書は、提出期限を過ぎておりますが、当局の受領が記録されておりません。遅延の理由を添えて速やかにご提出ください。"
                        : "下記の報告書は、社内期限を過ぎておりますが、当局の受領が記録されておりません。速やかにご確認ください。";
        String body = """
                %s関係者各位

                %s

                命令　　：%s付け%s（%s）
                報告書　：業務改善命令に係る%s
                基準日　：%s
                社内期限：%s　17時
                提出期限：%s

                提出済みの場合は、当局の受領日時及び受領番号をご登録ください。登録されるまで、本通知は毎日送信されます。
                本通知は自動で送信しております。
                """.formatted(
                        note(mark),
                        state,
                        JapaneseEra.date(order.issuedOn()),
                        order.documentNumber(),
                        order.authority(),
                        report,
                        JapaneseEra.date(deadline.asOfDate()),
                        JapaneseEra.dateWithWeekday(deadline.safe()),
                        JapaneseEra.dateWithWeekday(deadline.nominal()));
        return new ReminderText(marked(mark) + "【" + when + "】業務改善命令に係る" + report, body);
    }

    static ReminderText of(EvidenceAltered event, String mark) {
        return new ReminderText(marked(mark) + "【要確認】証跡の照合で%d件の不一致を検出しました".formatted(event.findings()), """
                %s関係者各位

                証跡として保管しているファイルの照合（%s）において、登録時のハッシュ値と一致しないもの、又は読み出せないものを%d件検出しました。
                対象は、証跡の照合結果（/evidence-check）でご確認いただけます。原因の調査を行い、控えからの復元をご検討ください。

                照合で一致が確認されるまで、本通知は毎日送信されます。
                本通知は自動で送信しております。
                """.formatted(
                        note(mark), JapaneseEra.dateTime(event.recordedAt()), event.findings()));
    }

    private static String marked(String mark) {
        return mark.isEmpty() ? "" : "【" + mark + "】";
    }

    private static String note(String mark) {
        return mark.isEmpty() ? "" : "※これは" + mark + "です。実際の期限又は事象に関するものではありません。\n\n";
    }
}

package org.teishutsu.report.filing;

import java.util.List;
import org.teishutsu.report.filing.FilingFacts.IncidentFacts;
import org.teishutsu.report.filing.content.Section;

/** What is attached in full (別紙); a progress report has the inquiries in its own section 5 and so not here. */
final class Annexes {
    private final FilingFacts facts;

    Annexes(FilingFacts facts) {
        this.facts = facts;
    }

    List<Section> all() {
        return facts.period().kind() == FilingKind.INITIAL
                ? List.of(timeline(), combinations(), channels(), inquiries(), records("別紙5"), notices("別紙6"))
                : List.of(timeline(), combinations(), channels(), records("別紙4"), notices("別紙5"));
    }

    private Section timeline() {
        Chronicle chronicle = new Chronicle(facts);
        for (IncidentFacts each : facts.incidents()) {
            each.timeline().forEach(entry -> chronicle.add(each, entry));
        }
        facts.notices().forEach(notice -> chronicle.add(notice.publishedAt(), "「" + notice.title() + "」を公表した。"));
        chronicle.add(facts.order().receivedAt(), facts.order().authority() + "から業務改善命令を受領した。");
        facts.restrictions()
                .forEach(restriction ->
                        chronicle.add(restriction.from(), restriction.kind().label() + "を開始した。"));
        return new SectionDraft("別紙1", "時系列").table(chronicle.table("時系列（全体）")).done();
    }

    private Section combinations() {
        SectionDraft section = new SectionDraft("別紙2", "漏えい項目の組合せ別件数");
        FigureTables figures = new FigureTables(facts);
        if (facts.drill()) {
            section.say(FigureTables.SYNTHETIC);
        }
        facts.incidents().forEach(each -> section.table(figures.combinations(each.incident())));
        return section.done();
    }

    private Section channels() {
        NotificationTables tables = new NotificationTables(facts);
        SectionDraft section = new SectionDraft("別紙3", "手段別の通知の状況");
        section.say("通数は、お客様への送信又は発送の1回を1通として数えたものであり、人数とは一致しない。送信済みは、送信先のメールサーバーが受け付けたことをいい、到達を意味しない。");
        return section.table(tables.deliveries()).done();
    }

    private Section inquiries() {
        NotificationTables tables = new NotificationTables(facts);
        return new SectionDraft("別紙4", "お問い合わせ等の状況")
                .table(tables.inquiries())
                .table(tables.harm())
                .done();
    }

    private Section records(String number) {
        return new SectionDraft(number, "証跡一覧")
                .say(
                        "基準日時までに記録した証跡を、記録した順に示す。証跡の内容は版ごとのSHA-256により特定され、当社は毎日、全ての証跡を読み直し、記録時の値と照合している。証跡は差し替えることができず、改めたものは新たな版として併せて保存する。")
                .table(new EvidenceTables(facts).list())
                .table(new EvidenceTables(facts).hashes())
                .say("改善策の実施の記録を、記録した日の順に改善策ごとに示す。記録は追記のみが可能であり、書き換えることができない。")
                .table(new MeasureTables(facts).records())
                .done();
    }

    private Section notices(String number) {
        return new SectionDraft(number, "公表資料及びその関係")
                .table(new ClauseSections(facts).notices(false))
                .done();
    }
}

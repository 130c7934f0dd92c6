package org.teishutsu.report.filing;

import java.util.List;
import org.teishutsu.common.time.Jst;
import org.teishutsu.report.evidence.EvidenceView;
import org.teishutsu.report.evidence.Subject;
import org.teishutsu.report.filing.SectionDraft.Table;
import org.teishutsu.report.measure.MeasureView;

/** Tables of the evidence: each file once with what it is about, and once more with its whole hash. */
final class EvidenceTables {
    /** Enough to find a file by; the second table has all 64 digits. */
    private static final int SHORT = 12;

    private static final int LINE = 32;

    private final FilingFacts facts;

    EvidenceTables(FilingFacts facts) {
        this.facts = facts;
    }

    Table list() {
        Table table = new Table("証跡")
                .text("番号", 2)
                .text("証跡", 5)
                .text("対象", 5)
                .text("版", 2)
                .text("記録日", 3)
                .text("SHA-256（先頭12桁）", 4);
        for (int i = 0; i < facts.evidence().size(); i++) {
            EvidenceView each = facts.evidence().get(i);
            for (EvidenceView.Version version : each.versions()) {
                table.row(
                        number(i, version),
                        each.title(),
                        about(each.about()),
                        "第%d版".formatted(version.number()),
                        Wording.shortDate(Jst.date(version.recordedAt())),
                        version.sha256().substring(0, SHORT));
            }
        }
        return table;
    }

    Table hashes() {
        Table table = new Table("証跡のSHA-256").text("番号", 2).number("大きさ", 3).text("SHA-256", 8);
        for (int i = 0; i < facts.evidence().size(); i++) {
            for (EvidenceView.Version version : facts.evidence().get(i).versions()) {
                table.row(
                        number(i, version),
                        Wording.number(version.bytes()) + "バイト",
                        version.sha256().substring(0, LINE)
                                + "\n"
                                + version.sha256().substring(LINE));
            }
        }
        return table;
    }

    private static String number(int index, EvidenceView.Version version) {
        return "%d-%d".formatted(index + 1, version.number());
    }

    private String about(Subject subject) {
        return switch (subject.kind()) {
            case MEASURE ->
                titleOf(subject)
                        + (subject.stage() == null ? "" : "（" + subject.stage().label() + "）");
            case CLAUSE -> "命令(" + subject.clause() + ")";
            case RESTRICTION -> "業務の制限";
            case TIMELINE_ENTRY -> "時系列";
            case FILING -> "報告書の提出";
        };
    }

    private String titleOf(Subject subject) {
        List<MeasureView> found = facts.measures().stream()
                .filter(measure -> measure.id().equals(subject.id()))
                .toList();
        return found.isEmpty() ? "改善策" : found.get(0).title();
    }
}

package org.teishutsu.report.filing;

import org.teishutsu.report.filing.content.FirmCopy.Severity;

/** What is checked before a filing can be approved. */
enum CheckName {
    FIGURES_AVAILABLE("集計の取得", Severity.BLOCKING),
    COMBINATIONS_SUM("組合せ別件数の合計と総件数との一致", Severity.BLOCKING),
    REACH_SUMS("通知状況別人数の合計と実人数との一致", Severity.BLOCKING),
    MATCHES_PUBLISHED("集計と直近の確定公表件数との一致", Severity.BLOCKING),
    CUMULATIVE_NOT_SHRINKING("累計の前回報告からの減少の有無", Severity.BLOCKING),
    EVERY_CLAUSE_ANSWERED("命令事項ごとの改善策の有無", Severity.BLOCKING),
    OVERDUE_EXPLAINED("期限を過ぎた段階の理由の有無", Severity.WARNING),
    DONE_HAS_EVIDENCE("完了した段階の証跡の有無", Severity.WARNING),
    AS_OF_REPRODUCIBLE("同じ基準日時の再集計との一致", Severity.BLOCKING);

    private final String label;
    private final Severity severity;

    CheckName(String label, Severity severity) {
        this.label = label;
        this.severity = severity;
    }

    /** What the firm's copy prints. */
    String label() {
        return label;
    }

    Severity severity() {
        return severity;
    }
}

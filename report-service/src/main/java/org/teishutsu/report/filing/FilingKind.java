package org.teishutsu.report.filing;

/** What a filing reports: the first state of things, or what came after. */
enum FilingKind {
    INITIAL,
    PROGRESS;

    /** The kind of the report with a deadline's number. */
    static FilingKind of(int number) {
        return number == 0 ? INITIAL : PROGRESS;
    }

    /** The title printed on the letter and in the document's metadata. */
    String title(int number) {
        return this == INITIAL ? "業務改善命令に係る対応・実施状況について（報告）" : "業務改善命令に係る進捗状況について（第%d回報告）".formatted(number);
    }

    /** How a later filing refers to it. */
    String reference(int number) {
        return this == INITIAL ? "初回報告" : "第%d回報告".formatted(number);
    }
}

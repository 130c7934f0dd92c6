package org.teishutsu.report.incident;

/** What an inquiry into an incident finds out. */
public enum FindingKind {
    DIRECT_CAUSE("直接の原因"),
    ROOT_CAUSE("根本原因"),
    HOW_FOUND("発覚の経緯"),
    /** What somebody outside the firm looked into, and with what result. */
    INVESTIGATION("外部機関による調査"),
    NOT_LEAKED("漏えいがないことの確認");

    private final String label;

    FindingKind(String label) {
        this.label = label;
    }

    /** What documents print. */
    public String label() {
        return label;
    }
}

package org.teishutsu.common.figures;

/** What a caller wants. */
public enum InquiryKind {
    QUESTION("お問い合わせ"),
    COMPLAINT("苦情"),
    SUSPICIOUS_TRANSACTION("身に覚えのない取引等の申出"),
    OTHER("その他");

    private final String label;

    InquiryKind(String label) {
        this.label = label;
    }

    /** What documents print. */
    public String label() {
        return label;
    }
}

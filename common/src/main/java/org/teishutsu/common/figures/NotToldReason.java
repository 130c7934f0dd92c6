package org.teishutsu.common.figures;

/** Why a recipient has not been told yet: one reason for everybody in a reach that {@link Reach#isNotTold}. */
public enum NotToldReason {
    NOT_PLANNED("通知計画前"),
    NO_ADDRESS("連絡先なし"),
    LETTER_DUE("書面発送予定"),
    QUEUED("送信待ち"),
    RETRYING("再送信待ち"),
    REFUSED("受信拒否"),
    BOUNCED("不達通知あり"),
    RETURNED("返戻"),
    UNPRINTABLE("印字不能"),
    UNCERTAIN("送信結果不明");

    private final String label;

    NotToldReason(String label) {
        this.label = label;
    }

    /** What documents print. */
    public String label() {
        return label;
    }
}

package org.teishutsu.common.figures;

/** Where one attempt to reach one recipient by one channel stands. */
public enum DeliveryState {
    QUEUED("送信待ち・発送待ち"),
    SENDING("送信中"),
    SENT("送信済み"),
    DELIVERED("到達"),
    BOUNCED("不達通知あり"),
    REJECTED("送信不能"),
    UNCERTAIN("送信結果不明"),
    PRINTED("印刷済み"),
    POSTED("発送済み"),
    RETURNED("返戻"),
    CANCELLED("取消し");

    private final String label;

    DeliveryState(String label) {
        this.label = label;
    }

    /** What documents print. */
    public String label() {
        return label;
    }
}

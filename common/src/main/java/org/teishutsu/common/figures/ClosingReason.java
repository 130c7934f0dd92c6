package org.teishutsu.common.figures;

/** Why nobody tells a recipient any more: the reasons of {@link Reach#CLOSED}. */
public enum ClosingReason {
    DECEASED("ご逝去"),
    DISSOLVED("法人の解散・消滅"),
    DECLINED("連絡不要のお申出"),
    OTHER("その他");

    private final String label;

    ClosingReason(String label) {
        this.label = label;
    }

    /** What documents print. */
    public String label() {
        return label;
    }
}

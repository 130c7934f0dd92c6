package org.teishutsu.common.figures;

/** Where the correction (訂正) of somebody who was told something that is not so stands: exactly one of these. */
public enum CorrectionState {
    DUE("訂正未了"),
    /** Sent, posted or said. */
    SENT("訂正済み"),
    /** Two people said that he is not to be told any more. */
    CLOSED("終了（理由あり）");

    private final String label;

    CorrectionState(String label) {
        this.label = label;
    }

    /** What documents print. */
    public String label() {
        return label;
    }
}

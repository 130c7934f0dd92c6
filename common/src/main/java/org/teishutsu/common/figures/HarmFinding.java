package org.teishutsu.common.figures;

/** What became of a caller's report of harm. */
public enum HarmFinding {
    ALLEGED("申出あり（調査中）"),
    CONFIRMED("被害確認"),
    RULED_OUT("被害なし");

    private final String label;

    HarmFinding(String label) {
        this.label = label;
    }

    /** What documents print. */
    public String label() {
        return label;
    }
}

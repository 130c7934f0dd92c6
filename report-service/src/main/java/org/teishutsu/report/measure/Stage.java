package org.teishutsu.report.measure;

/** How far a measure has come, in this order. */
public enum Stage {
    PLANNED("検討"),
    DESIGNED("立案"),
    CODIFIED("規程化"),
    IN_FORCE("実施"),
    VERIFIED("効果検証");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    /** What documents print. */
    public String label() {
        return label;
    }
}

package org.teishutsu.report.measure;

/** What the verification of a measure's effect (効果検証) found. */
public enum Effect {
    EFFECTIVE("有効"),
    PARTLY_EFFECTIVE("一部有効"),
    /** The measure has to be planned anew: its last stage cannot be done with this. */
    NOT_EFFECTIVE("有効でない");

    private final String label;

    Effect(String label) {
        this.label = label;
    }

    /** What documents print. */
    public String label() {
        return label;
    }
}

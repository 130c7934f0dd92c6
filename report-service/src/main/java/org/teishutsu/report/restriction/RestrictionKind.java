package org.teishutsu.report.restriction;

/** What is restricted. */
public enum RestrictionKind {
    NEW_ACCOUNTS("新規口座開設の停止");

    private final String label;

    RestrictionKind(String label) {
        this.label = label;
    }

    /** What documents print. */
    public String label() {
        return label;
    }
}

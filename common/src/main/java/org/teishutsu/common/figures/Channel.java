package org.teishutsu.common.figures;

/** By what a recipient is told. */
public enum Channel {
    EMAIL("電子メール"),
    LETTER("書面（郵送）"),
    /** Manual: the desk records the call (架電). */
    TELEPHONE("架電");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    /** What documents print. */
    public String label() {
        return label;
    }
}

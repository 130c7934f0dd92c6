package org.teishutsu.demo.platform;

/** What a run folder is for; recorded at its first start and never changed. */
public enum Mode {
    /** A drill that plays the 2017 case; the next demo begins it anew. */
    DEMO,
    /** A drill: a clock that can be set, mail to the local receiver only. */
    DRILL,
    /** The real thing. */
    REAL;

    /** Whether the services run as a drill (訓練). */
    public boolean drill() {
        return this != REAL;
    }
}

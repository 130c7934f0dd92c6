package org.teishutsu.notify.template;

/** The recipients with whom a wording most likely goes wrong. */
public enum WorstCase {
    LONGEST_NAME,
    LONGEST_ADDRESS,
    MOST_ITEMS,
    /** With as many incidents as there are. */
    ALL_INCIDENTS
}

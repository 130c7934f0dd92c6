package org.teishutsu.notify.letter;

/**
 * A line in its place.
 *
 * @param x of its beginning, in millimetres from the left
 * @param y of its base line, in millimetres from the top
 * @param size in points
 */
record SetLine(double x, double y, double size, Typeface face, String text) {

    /** Personal data, if it is a letter's own. */
    @Override
    public String toString() {
        return "SetLine[" + x + ", " + y + "]";
    }
}

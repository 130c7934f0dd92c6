package org.teishutsu.notify.letter;

/**
 * Where the address stands, so that it shows in the window.
 *
 * @param left in millimetres from the left of the sheet
 * @param top in millimetres from its top
 */
public record AddressPlace(double left, double top) {
    static final double WIDTH = 82;
    static final double HEIGHT = 32;

    /** For the usual window in the upper left of an envelope that is longer than high. */
    public static final AddressPlace USUAL = new AddressPlace(22, 17);

    /**
     * Nothing else may stand where the address does.
     *
     * @throws IllegalArgumentException if it would leave the first part of the sheet, or reach into the column beside it
     */
    public AddressPlace {
        if (left < 5 || left + WIDTH > Paper.HEAD_LEFT - 2 || top < 5 || top + HEIGHT > Paper.FOLD) {
            throw new IllegalArgumentException("An address at " + left + " mm from the left and " + top
                    + " mm from the top would not stand in the first part of the sheet");
        }
    }
}

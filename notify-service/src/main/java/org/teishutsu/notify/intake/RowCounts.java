package org.teishutsu.notify.intake;

import jakarta.persistence.Embeddable;

/**
 * What the rows of a list come to; every row counts once.
 *
 * @param contactDiffers rows of known recipients, waiting ones left out, that tell other contact data than the ledger;
 *     the ledger's stay
 * @param dropped of the rejected rows those that a person decided to drop
 * @param ended of the changed rows those after which nothing is left of the exposure
 * @param newRecipients parties that the ledger does not have yet
 * @param knownRecipients parties that it has
 */
@Embeddable
record RowCounts(
        int rows,
        int newRows,
        int changed,
        int unchanged,
        int duplicate,
        int waiting,
        int rejected,
        int contactDiffers,
        int dropped,
        int ended,
        int newRecipients,
        int knownRecipients) {

    static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    RowCounts {
        if (newRows + changed + unchanged + duplicate + waiting + rejected != rows) {
            throw new IllegalArgumentException("The rows of a list are not counted once each");
        }
    }

    RowCounts(
            int newRows,
            int changed,
            int unchanged,
            int duplicate,
            int waiting,
            int rejected,
            int contactDiffers,
            int dropped,
            int ended,
            int newRecipients,
            int knownRecipients) {
        this(
                newRows + changed + unchanged + duplicate + waiting + rejected,
                newRows,
                changed,
                unchanged,
                duplicate,
                waiting,
                rejected,
                contactDiffers,
                dropped,
                ended,
                newRecipients,
                knownRecipients);
    }

    /** How many exposures are in the ledger because of the list, once it is applied. */
    int added() {
        return newRows + changed - ended;
    }
}

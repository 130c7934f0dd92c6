package org.teishutsu.notify.intake;

import jakarta.persistence.Embeddable;

/**
 * What the rows of a list come to; every row counts once.
 *
 * @param contactDiffers rows of known recipients, waiting ones left out, that tell other contact data than the ledger;
 *     the ledger's stay
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
        int contactDiffers) {

    static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0, 0, 0, 0);

    RowCounts {
        if (newRows + changed + unchanged + duplicate + waiting + rejected != rows) {
            throw new IllegalArgumentException("The rows of a list are not counted once each");
        }
    }
}

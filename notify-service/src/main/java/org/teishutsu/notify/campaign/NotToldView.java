package org.teishutsu.notify.campaign;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.NotToldReason;
import org.teishutsu.notify.letter.LetterReason;
import org.teishutsu.notify.posting.ReturnReason;
import org.teishutsu.notify.recipient.MaskedContact;
import org.teishutsu.notify.recipient.Party;

/**
 * A recipient who has not been told yet, for those who do something about it; the file shows him in full.
 *
 * @param no by which the list is paged
 * @param returned why the letter came back, if that is why and the post said so
 * @param calls how many the desk has made for this campaign
 */
record NotToldView(
        long no,
        UUID recipient,
        NotToldReason reason,
        String reasonLabel,
        @Nullable LetterReason letterReason,
        @Nullable ReturnReason returned,
        NextStep next,
        String nextLabel,
        int calls,
        Party party,
        String inquiryNumber,
        MaskedContact contact) {

    static NotToldView of(Worklist.Row row) {
        return of(row, row.next());
    }

    static NotToldView of(Worklist.Row row, NextStep next) {
        return new NotToldView(
                row.no(),
                row.recipient(),
                row.reason(),
                row.reason().label(),
                row.letterReason(),
                row.returned(),
                next,
                next.label(),
                row.calls(),
                row.party(),
                row.inquiryNumber(),
                MaskedContact.of(row.contact()));
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "NotToldView[" + recipient + ", " + reason + "]";
    }
}

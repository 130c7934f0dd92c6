package org.teishutsu.notify.posting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.teishutsu.common.figures.DeliveryState;

/**
 * A batch as it is shown; no personal data.
 *
 * @param dated the date the letters carry
 * @param sha256 of the printed file
 * @param byState its letters
 * @param pull sequence numbers of letters that were cancelled after they had been printed: to be taken out of the pile
 */
record LetterBatchView(
        UUID id,
        UUID campaign,
        UUID template,
        LocalDate dated,
        int letters,
        int pages,
        String sha256,
        BatchState state,
        Map<DeliveryState, Integer> byState,
        List<Integer> pull,
        Instant recordedAt,
        String by) {}

package org.teishutsu.notify.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.notify.correction.Retracted;

/**
 * A delivery in the hands of this process.
 *
 * @param process whose hands: a life of this process that others may have declared over since
 * @param token of this claim; an answer counts only as long as nobody has claimed the delivery since
 * @param told incident code to mask of leaked items
 * @param correction what it puts right; null for a notice
 * @param attempts failed ones before this
 * @param firstTriedAt when the first of them failed, in domain time
 * @param admitted whether it may go although its domain rests or has a rate
 * @param policyRefusals how often it has been refused by policy
 */
public record Claim(
        UUID delivery,
        long process,
        long token,
        UUID campaign,
        Recipient recipient,
        Map<String, Long> told,
        @Nullable Correction correction,
        int attempts,
        @Nullable Instant firstTriedAt,
        boolean admitted,
        int policyRefusals) {

    /** Which wording corrects which messages. */
    public record Correction(UUID wording, List<Retracted> retracted) {}

    /**
     * Whom it goes to.
     *
     * @param readable whether the recipient's data could be opened; otherwise there is no name and no e-mail
     */
    public record Recipient(String name, boolean legalEntity, String email, String inquiryNumber, boolean readable) {

        /** Personal data. */
        @Override
        public String toString() {
            return "Recipient[***]";
        }
    }
}

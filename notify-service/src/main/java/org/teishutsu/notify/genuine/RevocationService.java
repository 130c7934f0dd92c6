package org.teishutsu.notify.genuine;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.notify.delivery.UnsentDeliveries;
import org.teishutsu.notify.inquiry.InquiryNumber;
import org.teishutsu.notify.recipient.RecipientDirectory;
import org.teishutsu.platform.time.Facts;

/**
 * Takes an inquiry number out of use, such as one that stands in a false message, and gives the recipient another one.
 * Letters that are printed with the old one and not posted yet are printed anew.
 */
@Singleton
@Transactional
class RevocationService {

    private static final String REVOKED = "select count(*) from inquiry_number_revoked where number = :number";

    private static final String RENUMBER = """
            update recipient set inquiry_number = :fresh where id = :recipient and inquiry_number = :number
            """;

    private static final String RECORD = """
            insert into inquiry_number_revoked (number, recipient_id, reason, recorded_at, recorded_by)
            values (:number, :recipient, :reason, :now, :by)
            """;

    private final Session database;
    private final RecipientDirectory recipients;
    private final UnsentDeliveries unsent;
    private final Facts facts;
    private final SecureRandom random = new SecureRandom();

    RevocationService(Session database, RecipientDirectory recipients, UnsentDeliveries unsent, Facts facts) {
        this.database = database;
        this.recipients = recipients;
        this.unsent = unsent;
        this.facts = facts;
    }

    Revocation revoke(RevocationRequest request, String by) {
        InquiryNumber number = InquiryNumber.parse(request.inquiryNumber())
                .orElseThrow(() -> ProblemException.invalid("inquiryNumber", "cannot be one of ours"));
        if (isRevoked(number)) {
            throw new ProblemException(ProblemType.ALREADY_EXISTS, "This inquiry number is revoked already");
        }
        UUID recipient = recipients
                .withInquiryNumber(number.text())
                .orElseThrow(() -> ProblemException.invalid("inquiryNumber", "nobody has this number"));
        InquiryNumber fresh = fresh();
        int renumbered = database.createNativeMutationQuery(RENUMBER)
                .setParameter("fresh", fresh.text())
                .setParameter("recipient", recipient)
                .setParameter("number", number.text())
                .executeUpdate();
        if (renumbered != 1) {
            throw new ProblemException(ProblemType.ALREADY_EXISTS, "This inquiry number is revoked already");
        }
        unsent.cancelPrinted(recipient, "The inquiry number was revoked");
        Instant now = facts.stamp();
        String reason = request.reason().strip();
        database.createNativeMutationQuery(RECORD)
                .setParameter("number", number.text())
                .setParameter("recipient", recipient)
                .setParameter("reason", reason)
                .setParameter("now", now)
                .setParameter("by", by)
                .executeUpdate();
        return new Revocation(recipient, fresh.text(), reason, now, by);
    }

    /** Whether nothing is confirmed under a number any more. */
    boolean isRevoked(InquiryNumber number) {
        return database.createNativeQuery(REVOKED, Long.class)
                        .setParameter("number", number.text())
                        .getSingleResult()
                > 0;
    }

    private InquiryNumber fresh() {
        InquiryNumber fresh = InquiryNumber.random(random);
        while (isRevoked(fresh) || recipients.withInquiryNumber(fresh.text()).isPresent()) {
            fresh = InquiryNumber.random(random);
        }
        return fresh;
    }
}

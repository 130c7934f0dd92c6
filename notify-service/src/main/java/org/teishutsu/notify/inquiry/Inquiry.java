package org.teishutsu.notify.inquiry;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.HarmFinding;
import org.teishutsu.common.figures.InquiryKind;
import org.teishutsu.common.id.Ids;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.notify.vault.Cells;
import org.teishutsu.notify.vault.Sealing;
import org.teishutsu.notify.vault.Vault;

/** An entry in the log of inquiries (お問い合わせ): a fact, never changed. What follows on it is an entry of its own. */
@Entity
@Immutable
class Inquiry {

    private static final String WORDS = "words";

    @Id
    private UUID id;

    private Instant receivedAt;

    @Enumerated(EnumType.STRING)
    private InquiryChannel channel;

    @Enumerated(EnumType.STRING)
    private InquiryKind kind;

    private @Nullable Instant answeredAt;

    @Enumerated(EnumType.STRING)
    private @Nullable HarmFinding finding;

    private @Nullable UUID recipientId;
    private @Nullable UUID identityCheckId;
    private @Nullable UUID notAffectedId;
    private byte @Nullable [] words;
    private @Nullable UUID follows;
    private Instant recordedAt;
    private String recordedBy;

    /** For Hibernate. */
    protected Inquiry() {}

    static Inquiry log(NewInquiry told, @Nullable UUID recipient, Sealing sealing, String by, Instant now) {
        if (told.receivedAt().isAfter(now)) {
            throw ProblemException.invalid("receivedAt", "lies in the future");
        }
        if (told.answeredAt() != null && told.answeredAt().isAfter(now)) {
            throw ProblemException.invalid("answeredAt", "lies in the future");
        }
        Inquiry inquiry = new Inquiry();
        inquiry.id = Ids.next();
        inquiry.receivedAt = told.receivedAt();
        inquiry.channel = told.channel();
        inquiry.kind = told.kind();
        inquiry.answeredAt = told.answeredAt();
        inquiry.finding = told.finding();
        inquiry.recipientId = recipient;
        inquiry.identityCheckId = told.identityCheck();
        inquiry.notAffectedId = told.notAffected();
        inquiry.words =
                told.hasWords() ? sealing.seal(WORDS, inquiry.id, Cells.pack(told.asked(), told.answered())) : null;
        inquiry.follows = told.follows();
        inquiry.recordedAt = now;
        inquiry.recordedBy = by;
        return inquiry;
    }

    /** Whether it opens a matter, so that others may follow on it. */
    boolean isFirst() {
        return follows == null;
    }

    /** With what was said. */
    InquiryView.Entry entry(Vault vault) {
        List<@Nullable String> said =
                words == null ? Arrays.asList(null, null) : Cells.unpack(vault.open(WORDS, id, words));
        return new InquiryView.Entry(view(), said.get(0), said.get(1));
    }

    InquiryView view() {
        return new InquiryView(
                id,
                receivedAt,
                channel,
                kind,
                answeredAt,
                finding,
                recipientId != null,
                identityCheckId != null,
                notAffectedId,
                follows,
                recordedAt,
                recordedBy);
    }
}

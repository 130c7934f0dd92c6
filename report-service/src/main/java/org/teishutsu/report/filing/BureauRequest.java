package org.teishutsu.report.filing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.common.time.Jst;
import org.teishutsu.report.platform.RecordedFact;

/** What the bureau asks for after it has a filing (補正・追加資料), with a due date of its own, and the answer. */
@Entity
@Table(name = "filing_request")
class BureauRequest extends RecordedFact {
    private UUID filingId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String askedBy;
    private String text;
    private LocalDate receivedOn;
    private LocalDate dueOn;
    private @Nullable LocalDate answeredOn;
    private @Nullable String answer;
    private @Nullable Instant answerRecordedAt;
    private @Nullable String answerRecordedBy;

    protected BureauRequest() {}

    BureauRequest(UUID filingId, NewRequest entered, Instant now, String by) {
        super(now, by);
        if (entered.dueOn().isBefore(entered.receivedOn())) {
            throw ProblemException.invalid("dueOn", "must not be before receivedOn");
        }
        this.filingId = filingId;
        this.kind = entered.kind();
        this.askedBy = entered.askedBy();
        this.text = entered.text();
        this.receivedOn = entered.receivedOn();
        this.dueOn = entered.dueOn();
    }

    UUID filingId() {
        return filingId;
    }

    void answer(LocalDate day, String words, Instant now, String by) {
        if (answeredOn != null) {
            throw new ProblemException(ProblemType.ILLEGAL_TRANSITION, "The request has been answered already");
        }
        answeredOn = day;
        answer = words;
        answerRecordedAt = now;
        answerRecordedBy = by;
    }

    /** As it was known at an instant. */
    View view(Instant at) {
        boolean answered = answerRecordedAt != null && !answerRecordedAt.isAfter(at);
        return new View(
                id(),
                filingId,
                kind,
                askedBy,
                text,
                receivedOn,
                dueOn,
                !answered && Jst.date(at).isAfter(dueOn),
                answered ? answeredOn : null,
                answered ? answer : null,
                answered ? answerRecordedBy : null,
                recordedAt(),
                recordedBy());
    }

    /** What is asked for. */
    enum Kind {
        SUPPLEMENT("補正"),
        MATERIAL("追加資料");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** What documents print. */
        String label() {
            return label;
        }
    }

    /**
     * A request as the API shows it.
     *
     * @param overdue whether it is past its date without an answer
     */
    record View(
            UUID id,
            UUID filing,
            Kind kind,
            String askedBy,
            String text,
            LocalDate receivedOn,
            LocalDate dueOn,
            boolean overdue,
            @Nullable LocalDate answeredOn,
            @Nullable String answer,
            @Nullable String answeredBy,
            Instant recordedAt,
            String by) {}
}

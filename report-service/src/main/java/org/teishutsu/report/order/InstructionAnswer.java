package org.teishutsu.report.order;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.teishutsu.report.platform.RecordedFact;

/** What the firm answered to an instruction or a question; append-only. */
@Entity
class InstructionAnswer extends RecordedFact {
    private UUID instructionId;
    private String text;
    private LocalDate answeredOn;

    protected InstructionAnswer() {}

    InstructionAnswer(UUID instructionId, NewAnswer entered, Instant now, String by) {
        super(now, by);
        this.instructionId = instructionId;
        this.text = entered.text();
        this.answeredOn = entered.answeredOn();
    }

    UUID instructionId() {
        return instructionId;
    }

    InstructionView.Answer view() {
        return new InstructionView.Answer(id(), text, answeredOn, recordedAt(), recordedBy());
    }
}

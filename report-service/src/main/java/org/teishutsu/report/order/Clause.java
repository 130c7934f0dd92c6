package org.teishutsu.report.order;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.teishutsu.report.platform.Prose;

/** One clause of an order (命令事項), cited as 命令(1). */
@Embeddable
public record Clause(
        @Min(1) int number,
        @NotNull @Enumerated(EnumType.STRING) ClauseKind kind,
        @NotBlank @Prose @Size(max = 4000) String text) {

    /** How a filing cites it. */
    public String citation() {
        return "命令(" + number + ")";
    }
}

package org.teishutsu.report.incident;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.platform.Prose;
import org.teishutsu.report.platform.SingleLine;

/** A body that was told of the incident: police, 個人情報保護委員会, self-regulatory association, JPCERT/CC. */
@Embeddable
public record BodyTold(
        @NotBlank @SingleLine @Size(max = 200) String body,
        @NotNull LocalDate toldOn,
        @Prose @Size(max = 1000) @Nullable String note) {}

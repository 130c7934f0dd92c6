package org.teishutsu.report.publicnotice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teishutsu.report.platform.Prose;
import org.teishutsu.report.platform.SingleLine;

/** What an officer enters of a notice once it is on the firm's page. */
record NewPublicNotice(
        @NotBlank @SingleLine @Size(max = 300) String title,
        @NotBlank @Prose @Size(max = 50000) String text,
        @NotNull Instant publishedAt,
        @Nullable List<@NotNull @Valid NoticeRelation> relations) {

    @Override
    public List<NoticeRelation> relations() {
        return relations == null ? List.of() : relations;
    }
}

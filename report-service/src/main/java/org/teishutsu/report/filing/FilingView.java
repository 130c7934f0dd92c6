package org.teishutsu.report.filing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A filing as the API shows it.
 *
 * @param number 0 for the initial report, n for the n-th progress report
 * @param corrects the filing that this version corrects; null for a first version
 * @param notNeededBecause the bureau's document that ended the duty; null unless it is NOT_NEEDED
 * @param digest of the content as it stands; what an approval and a release must name
 * @param waiting what the draft waits for; null if nothing
 * @param preparedBy who prepared it since it was last returned; null if only the scheduler did
 * @param edited numbers of the sections that stand in an officer's words
 * @param explanations the firm's reasons for numbers that differ from what was said before
 * @param remarks on its sections, which nobody prints
 * @param submissionSha256 of the released 提出用 bytes
 */
record FilingView(
        UUID id,
        UUID order,
        FilingKind kind,
        int number,
        int version,
        String title,
        FilingState state,
        Instant asOf,
        LocalDate nominal,
        LocalDate safe,
        @Nullable UUID corrects,
        @Nullable String correctionReason,
        @Nullable String notNeededBecause,
        @Nullable String digest,
        @Nullable String waiting,
        @Nullable String preparedBy,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String releasedBy,
        @Nullable Instant releasedAt,
        @Nullable LocalDate boardDate,
        @Nullable String boardResolution,
        @Nullable String submissionSha256,
        @Nullable String firmCopySha256,
        FilingSubmission.@Nullable View submission,
        List<String> edited,
        List<FilingText.View> explanations,
        List<FilingText.View> remarks,
        Instant recordedAt,
        String by) {

    static FilingView of(Filing filing, FilingRecords records) {
        Filing.Release release = filing.released();
        List<String> preparers = records.preparers(filing.id());
        boolean released = filing.releasedAt().isPresent();
        return new FilingView(
                filing.id(),
                filing.orderId(),
                filing.kind(),
                filing.number(),
                filing.versionNo(),
                filing.title(),
                filing.state(),
                filing.asOf(),
                filing.nominal(),
                filing.safe(),
                filing.corrects().orElse(null),
                filing.correctionReason().orElse(null),
                filing.notNeededBecause().orElse(null),
                filing.digest().orElse(null),
                filing.waiting().orElse(null),
                preparers.isEmpty() ? null : preparers.get(preparers.size() - 1),
                release.approvedBy(),
                release.approvedAt(),
                release.releasedBy(),
                release.releasedAt(),
                release.boardDate(),
                release.boardResolution(),
                released ? records.sha256(filing, RenderingName.SUBMISSION).orElse(null) : null,
                released ? records.sha256(filing, RenderingName.FIRM_COPY).orElse(null) : null,
                records.submission(filing.id()).map(FilingSubmission::view).orElse(null),
                List.copyOf(records.texts(filing.id()).keySet()),
                records.standing(filing.id(), FilingText.Kind.EXPLANATION).values().stream()
                        .map(FilingText::view)
                        .toList(),
                records.texts(filing.id(), FilingText.Kind.REMARK).stream()
                        .map(FilingText::view)
                        .toList(),
                filing.recordedAt(),
                filing.recordedBy());
    }
}

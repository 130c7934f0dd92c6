package org.teishutsu.report.filing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
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

    /**
     * A filing with what belongs to it.
     *
     * @param preparers since it was last returned, the last one last
     * @param texts every text of it, in the order of recording
     */
    static FilingView of(
            Filing filing,
            List<String> preparers,
            List<FilingText> texts,
            List<FilingViews.Sum> sums,
            @Nullable FilingSubmission submission) {
        Filing.Release release = filing.released();
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
                sum(filing, RenderingName.SUBMISSION, sums),
                sum(filing, RenderingName.FIRM_COPY, sums),
                submission == null ? null : submission.view(),
                List.copyOf(FilingText.standing(texts, FilingText.Kind.SECTION).keySet()),
                views(FilingText.standing(texts, FilingText.Kind.EXPLANATION).values()),
                views(texts.stream()
                        .filter(text -> text.kind() == FilingText.Kind.REMARK)
                        .toList()),
                filing.recordedAt(),
                filing.recordedBy());
    }

    /** Null unless it stands released. */
    private static @Nullable String sum(Filing filing, RenderingName rendering, List<FilingViews.Sum> sums) {
        return sums.stream()
                .filter(sum -> filing.releasedAt().isPresent()
                        && sum.releaseNo() == filing.releaseNo()
                        && sum.rendering() == rendering)
                .map(FilingViews.Sum::sha256)
                .findFirst()
                .orElse(null);
    }

    private static List<FilingText.View> views(Collection<FilingText> texts) {
        return texts.stream().map(FilingText::view).toList();
    }
}

package org.teishutsu.report.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.font.UnprintableCharacterException;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.drill.Drill;
import org.teishutsu.report.filing.content.FilingContent;
import org.teishutsu.report.filing.content.FilingJson;
import org.teishutsu.report.filing.content.FirmCopy;
import org.teishutsu.report.filing.pdf.Edition;
import org.teishutsu.report.filing.pdf.FilingPdf;
import org.teishutsu.report.filing.pdf.Rendering;

/** Prints both renderings of one content. */
@ApplicationScoped
class FilingPress {
    private final FilingPdf pdf;
    private final Drill drill;

    FilingPress(FilingPdf pdf, Drill drill) {
        this.pdf = pdf;
        this.drill = drill;
    }

    /**
     * What is to be printed.
     *
     * @param takesJson whether the order says that the bureau takes the JSON
     * @param draft marked 案
     * @param createdAt the instant of release, or of printing for a draft
     */
    record Job(
            String content,
            @Nullable String figures,
            List<CheckResult> checks,
            boolean takesJson,
            boolean draft,
            Instant createdAt) {}

    byte[] submission(Job job) {
        return print(job, new Rendering.Submission(job.takesJson()));
    }

    /** Both renderings; the firm's copy names the digest of the other. */
    Map<RenderingName, byte[]> both(Job job) {
        byte[] submission = submission(job);
        FirmCopy copy =
                new FirmCopy(job.checks().stream().map(CheckResult::printed).toList(), Digests.sha256(submission));
        return Map.of(
                RenderingName.SUBMISSION, submission, RenderingName.FIRM_COPY, print(job, new Rendering.Copy(copy)));
    }

    private byte[] print(Job job, Rendering rendering) {
        FilingContent content = FilingJson.read(job.content().getBytes(StandardCharsets.UTF_8));
        byte[] json = FiguresJson.document(job.content(), job.figures());
        try {
            return pdf.render(content, json, new Edition(rendering, job.draft(), drill.active(), job.createdAt()));
        } catch (UnprintableCharacterException e) {
            throw new ProblemException(ProblemType.NOT_READY, "The filing cannot be printed: " + e.getMessage());
        }
    }
}

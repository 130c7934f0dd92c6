package org.teishutsu.report.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.teishutsu.report.measure.Stage;

/**
 * A piece of evidence as the other features and the API see it.
 *
 * @param versions those recorded up to the instant asked for, oldest first; never empty
 */
public record EvidenceView(
        UUID id, Subject about, String title, List<Version> versions, Instant recordedAt, String by) {

    /**
     * One file.
     *
     * @param number from 1
     * @param sha256 64 hexadecimal digits
     */
    public record Version(
            int number, String fileName, String mediaType, long bytes, String sha256, Instant recordedAt, String by) {}

    /** Whether it shows that a stage of a measure is done: it names that stage, or the measure as a whole. */
    public boolean proves(UUID measure, Stage stage) {
        return about.kind() == Subject.Kind.MEASURE
                && about.id().equals(measure)
                && (about.stage() == null || about.stage() == stage);
    }
}

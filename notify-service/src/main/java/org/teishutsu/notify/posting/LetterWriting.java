package org.teishutsu.notify.posting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.notify.correction.Retracted;
import org.teishutsu.notify.letter.LetterText;

/** Says what the letters of a campaign say. */
public interface LetterWriting {

    /**
     * The wording of a campaign that runs.
     *
     * @param corrections whether it is of the letters that put earlier messages right
     * @param template for a campaign that names none itself
     * @param dated the date the letters carry
     * @throws ProblemException NOT_FOUND; ILLEGAL_TRANSITION unless it runs; NOT_READY without an approved wording
     */
    Wording of(UUID campaign, boolean corrections, @Nullable UUID template, LocalDate dated);

    /** A campaign's wording. */
    interface Wording {
        UUID template();

        /** The text for everybody who is told the same, and was told the same before. */
        LetterText text(Content content);
    }

    /**
     * What a letter says.
     *
     * @param told incident code to mask of leaked items
     * @param retracted what it puts right; empty for a notice
     */
    record Content(Map<String, Long> told, List<Retracted> retracted) {}
}

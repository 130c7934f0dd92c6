package org.teishutsu.notify.posting;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.DeliveryState;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.common.time.Jst;
import org.teishutsu.notify.inquiry.InquiryNumber;

/** What was printed, and what people record of it. */
@Singleton
@Transactional
public class LetterBatchService {
    private final LetterBatches batches;
    private final LetterFolder folder;
    private final LetterFacts facts;
    private final Clock clock;

    LetterBatchService(LetterBatches batches, LetterFolder folder, LetterFacts facts, Clock clock) {
        this.batches = batches;
        this.folder = folder;
        this.facts = facts;
        this.clock = clock;
    }

    List<LetterBatchView> after(@Nullable UUID key, @Nullable UUID campaign, int limit) {
        return batches.after(key, campaign, limit);
    }

    LetterBatchView get(UUID id) {
        return batches.find(id).orElseThrow(() -> ProblemException.notFound("letter batch", id));
    }

    Path file(UUID id, LetterFolder.Kind kind) {
        get(id);
        return folder.find(id, kind).orElseThrow(() -> ProblemException.notFound("file of letter batch", id));
    }

    /** Once nothing of a batch is to be posted any more, its files are personal data that lies about. */
    void deleteFiles(UUID id) {
        LetterBatchView batch = get(id);
        if (batch.state() == BatchState.PRINTED) {
            throw new ProblemException(ProblemType.NOT_READY, "letter batch " + id + " is not posted yet");
        }
        try {
            folder.delete(id);
        } catch (IOException e) {
            throw new ProblemException(ProblemType.UNAVAILABLE, "The files could not be removed: " + e.getMessage());
        }
    }

    LetterBatchView posted(UUID id, @Nullable LocalDate on, String by) {
        LetterBatchView batch = get(id);
        LocalDate day = on == null ? today() : on;
        if (day.isAfter(today()) || day.isBefore(Jst.date(batch.recordedAt()))) {
            throw ProblemException.invalid("on", "must lie between the day of printing and today");
        }
        if (facts.postBatch(id, day, by) == 0) {
            throw ProblemException.illegalTransition("letter batch " + id, batch.state(), BatchState.POSTED);
        }
        return get(id);
    }

    /** One letter that was posted, or came back: refused if it cannot have been. */
    void record(LetterWordRequest word, DeliveryState to, String by) {
        LetterWord said =
                new LetterWord(1, word.inquiryNumber(), word.reason(), word.on() == null ? today() : word.on());
        List<Recorded.Refused> refused = new ArrayList<>();
        DeliveryState from = to == DeliveryState.POSTED && word.wasCancelled() ? DeliveryState.CANCELLED : from(to);
        Taken taken = take(List.of(said), from, to, refused);
        if (taken.illegal() != null) {
            throw ProblemException.illegalTransition("letter", taken.illegal(), to);
        }
        if (!refused.isEmpty()) {
            throw ProblemException.invalid(taken.field(), refused.get(0).why());
        }
        facts.record(taken.said(), from, to, by);
    }

    /** A file of them: what can be taken is, the rest is given back with its lines. */
    Recorded record(byte[] file, @Nullable LocalDate on, DeliveryState to, String by) {
        List<LetterWord> words = LetterWords.read(file, on == null ? today() : on);
        List<Recorded.Refused> refused = new ArrayList<>();
        Taken taken = take(words, from(to), to, refused);
        facts.record(taken.said(), from(to), to, by);
        return new Recorded(taken.said().size(), taken.already(), refused);
    }

    /**
     * What of some words is taken.
     *
     * @param illegal the state of the last letter that cannot go where it is to go
     * @param field what was wrong last
     */
    private record Taken(
            List<LetterFacts.Said> said,
            int already,
            @Nullable DeliveryState illegal,
            String field) {}

    private Taken take(List<LetterWord> words, DeliveryState from, DeliveryState to, List<Recorded.Refused> refused) {
        List<String> numbers = words.stream()
                .flatMap(word -> InquiryNumber.parse(word.inquiryNumber()).stream())
                .map(InquiryNumber::text)
                .toList();
        Map<String, LetterFacts.Known> known = facts.find(numbers, from);
        List<LetterFacts.Said> said = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        int already = 0;
        DeliveryState illegal = null;
        String field = "";
        for (LetterWord word : words) {
            LetterFacts.Known letter = InquiryNumber.parse(word.inquiryNumber())
                    .map(number -> known.get(number.text()))
                    .orElse(null);
            Optional<ReturnReason> reason = ReturnReason.parse(word.reason() == null ? "" : word.reason());
            if (letter == null) {
                field = "inquiryNumber";
                refused.add(new Recorded.Refused(word.line(), "no letter went out under this number"));
            } else if (to == DeliveryState.RETURNED && reason.isEmpty()) {
                field = "reason";
                refused.add(new Recorded.Refused(word.line(), "the reason is none of 転居先不明, あて所なし, 保管期間経過, 受取拒否"));
            } else if (word.on().isAfter(today())) {
                field = "on";
                refused.add(new Recorded.Refused(word.line(), "lies after today"));
            } else if (!seen.add(letter.delivery()) || isAlready(letter, to, reason)) {
                already++;
            } else if (letter.state() != from) {
                illegal = letter.state();
                refused.add(new Recorded.Refused(word.line(), "the letter is " + illegal + " and cannot become " + to));
            } else {
                said.add(new LetterFacts.Said(letter.delivery(), word.on(), reason.orElse(null)));
            }
        }
        return new Taken(said, already, illegal, field);
    }

    private static boolean isAlready(LetterFacts.Known letter, DeliveryState to, Optional<ReturnReason> reason) {
        return letter.state() == to
                && reason.map(Enum::name).orElse("").equals(letter.returnReason() == null ? "" : letter.returnReason());
    }

    private static DeliveryState from(DeliveryState to) {
        return to == DeliveryState.RETURNED ? DeliveryState.POSTED : DeliveryState.PRINTED;
    }

    private LocalDate today() {
        return Jst.date(clock.instant());
    }
}

package org.teishutsu.notify.recall;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.id.Ids;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.common.time.Jst;
import org.teishutsu.notify.exposure.Ledger;
import org.teishutsu.notify.exposure.LedgerChanged;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.notify.vault.Sealing;
import org.teishutsu.notify.vault.Vault;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.time.Facts;

/** Keeps whom the desk told that he is not affected, and takes it back when the ledger has him after all. */
@Singleton
class RecallService {

    private final Answers answers;
    private final Recalls recalls;
    private final Ledger ledger;
    private final Vault vault;
    private final Facts facts;

    RecallService(Answers answers, Recalls recalls, Ledger ledger, Vault vault, Facts facts) {
        this.answers = answers;
        this.recalls = recalls;
        this.ledger = ledger;
        this.vault = vault;
        this.facts = facts;
    }

    /**
     * Records the answer and says how it is to be worded. Waits for a list that is just being applied: it would not see
     * the answer, nor the answer it.
     *
     * @throws ProblemException NOT_READY if the ledger has somebody whom one of the caller's words finds
     */
    @Transactional
    NotAffectedView answer(NotAffectedRequest request, String by) {
        Sealing sealing = vault.hold();
        ledger.lock();
        Contact caller = request.contact();
        if (answers.isAffected(caller, sealing.lookup())) {
            throw new ProblemException(
                    ProblemType.NOT_READY, "Somebody affected fits what was said: look him up, and check who calls");
        }
        UUID id = Ids.next();
        Instant now = facts.stamp();
        answers.record(id, caller, sealing, by, now);
        return new NotAffectedView(id, statement(Jst.date(now)), now, by);
    }

    private static String statement(LocalDate day) {
        return "%d年%d月%d日現在の当社の調査の範囲では、お客様の情報の漏えいは確認されておりません。今後の調査により対象となることが判明しました場合は、当社からご連絡いたします。"
                .formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    /** With the change of the ledger, or not at all. */
    void ledgerChanged(@Observes LedgerChanged event) {
        if (!answers.isEmpty()) {
            answers.rehash(vault.hold().lookup());
            recalls.recall(event.list(), facts.stamp());
        }
    }

    @Transactional
    Page<NotAffectedView.Logged> log(@Nullable UUID after, int limit) {
        return Page.of(answers.after(after, limit + 1), limit, NotAffectedView.Logged::id);
    }

    @Transactional
    Page<RecallView> list(@Nullable UUID after, boolean all, int limit) {
        return Page.of(recalls.after(after, all, limit + 1), limit, RecallView::id);
    }

    @Transactional
    void step(UUID id, RecallOutcome outcome, String by) {
        RecallView recall = recalls.hold(id).orElseThrow(() -> ProblemException.notFound("recall", id));
        RecallOutcome last = recall.last();
        if (last != null && last.settles()) {
            throw ProblemException.illegalTransition("recall " + id, last, outcome);
        }
        recalls.step(id, outcome, by, facts.stamp());
    }
}

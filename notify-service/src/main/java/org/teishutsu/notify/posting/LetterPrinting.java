package org.teishutsu.notify.posting;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.teishutsu.common.id.Ids;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.common.time.Jst;
import org.teishutsu.notify.letter.AddressPlace;
import org.teishutsu.notify.letter.Letter;
import org.teishutsu.notify.letter.LetterFile;
import org.teishutsu.notify.letter.LetterText;
import org.teishutsu.notify.letter.UnprintableLetterException;
import org.teishutsu.notify.recipient.Contact;
import org.teishutsu.platform.drill.Drill;

/**
 * Prints the letters that wait: files first, then the row that makes them count. Whatever fails in between leaves the
 * letters as they were, and files that belong to no batch are removed before the next one is printed.
 */
@Singleton
class LetterPrinting {
    private static final Logger LOG = Logger.getLogger(LetterPrinting.class);
    private static final int MOST_DAYS_AHEAD = 14;

    private final LetterQueue queue;
    private final LetterBatches batches;
    private final LetterFolder folder;
    private final LetterWriting writing;
    private final LetterConfig config;
    private final Drill drill;
    private final Clock clock;

    LetterPrinting(
            LetterQueue queue,
            LetterBatches batches,
            LetterFolder folder,
            LetterWriting writing,
            LetterConfig config,
            Drill drill,
            Clock clock) {
        this.queue = queue;
        this.batches = batches;
        this.folder = folder;
        this.writing = writing;
        this.config = config;
        this.drill = drill;
        this.clock = clock;
    }

    /** What a process left that died between its files and its row. */
    void start(@Observes StartupEvent event) {
        try {
            folder.create();
            QuarkusTransaction.requiringNew().run(this::tidyUp);
        } catch (IOException | ProblemException unwritable) {
            LOG.errorf("The folder of letters cannot be used: %s", unwritable.getMessage());
        }
    }

    @Transactional
    MadeBatch print(BatchRequest request, String by) {
        LocalDate today = Jst.date(clock.instant());
        LocalDate dated = request.dated() == null ? today : request.dated();
        if (dated.isBefore(today) || dated.isAfter(today.plusDays(MOST_DAYS_AHEAD))) {
            throw ProblemException.invalid("dated", "must be today or one of the next " + MOST_DAYS_AHEAD + " days");
        }
        tidyUp();
        boolean corrections = request.corrects();
        LetterWriting.Wording wording = writing.of(request.campaign(), corrections, request.template(), dated);
        List<PrintedLetter> printed = new ArrayList<>();
        List<MadeBatch.PutAside> aside = new ArrayList<>();
        UUID id = Ids.next();
        String sha256 = file(id, wording, queue.due(request.campaign(), corrections, request.most()), printed, aside);
        queue.putAside(aside);
        if (!printed.isEmpty()) {
            queue.printed(new NewBatch(id, request.campaign(), wording.template(), dated, sha256, by), printed);
        }
        return new MadeBatch(
                printed.isEmpty() ? null : id,
                printed.size(),
                List.copyOf(aside),
                queue.count(request.campaign(), corrections));
    }

    /** Files of batches that never came to be: personal data that nobody would miss. */
    private void tidyUp() {
        queue.lock();
        try {
            Set<UUID> files = folder.batches();
            files.removeAll(batches.known(files));
            for (UUID orphan : files) {
                folder.deleteAll(orphan);
                LOG.infof("Removed the files of letter batch %s, which was never recorded", orphan);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private String file(
            UUID id,
            LetterWriting.Wording wording,
            List<DueLetter> due,
            List<PrintedLetter> printed,
            List<MadeBatch.PutAside> aside) {
        Instant now = clock.instant();
        AddressPlace place = new AddressPlace(config.addressLeft(), config.addressTop());
        try (LetterFile file = LetterFile.begin(new LetterFile.Head(id, now, drill.active(), place))) {
            Map<LetterWriting.Content, LetterText> texts = new HashMap<>();
            int page = 1;
            for (DueLetter letter : due) {
                try {
                    PrintedLetter added = add(
                            file,
                            letter,
                            texts.computeIfAbsent(
                                    new LetterWriting.Content(letter.told(), letter.retracted()), wording::text),
                            printed.size() + 1,
                            page);
                    page += added.pages();
                    printed.add(added);
                } catch (UnprintableLetterException unprintable) {
                    aside.add(new MadeBatch.PutAside(letter.delivery(), letter.inquiryNumber(), unprintable.reason()));
                }
            }
            return printed.isEmpty() ? "" : write(id, file, printed);
        }
    }

    private static PrintedLetter add(LetterFile file, DueLetter due, LetterText text, int sequence, int page) {
        Contact contact = due.contact().orElse(Contact.UNREADABLE);
        if (contact.address() == null) {
            throw new UnprintableLetterException("住所", "登録がないか、読み取れません");
        }
        String postalCode = contact.postalCode() == null ? "" : contact.postalCode();
        int pages = file.add(new Letter(
                sequence,
                contact.postalCode(),
                contact.address(),
                contact.addressee(),
                due.legalEntity() ? "御中" : "様",
                due.inquiryNumber(),
                text));
        return new PrintedLetter(due.delivery(), sequence, page, pages, postalCode, due.inquiryNumber());
    }

    private String write(UUID id, LetterFile file, List<PrintedLetter> printed) {
        try {
            String sha256 = folder.write(id, LetterFolder.Kind.PDF, file::write);
            folder.write(id, LetterFolder.Kind.CSV, out -> Manifest.write(printed, out));
            return sha256;
        } catch (IOException e) {
            try {
                folder.deleteAll(id);
            } catch (IOException left) {
                LOG.warnf("The files of letter batch %s are removed later: %s", id, left.getMessage());
            }
            throw unwritable(e);
        }
    }

    private static ProblemException unwritable(IOException e) {
        return new ProblemException(
                ProblemType.UNAVAILABLE,
                "The folder of letters cannot be written (" + e.getMessage()
                        + "): make room, then ask again. No letter is lost");
    }
}

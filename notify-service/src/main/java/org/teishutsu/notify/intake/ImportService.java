package org.teishutsu.notify.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.notify.exposure.HashJoins;
import org.teishutsu.notify.exposure.ItemCatalogue;
import org.teishutsu.notify.exposure.ItemCatalogues;
import org.teishutsu.notify.exposure.Ledger;
import org.teishutsu.notify.exposure.LedgerChanged;
import org.teishutsu.notify.report.ReportService;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.time.Facts;

/** Takes in lists of exposures: received and staged by one person, applied by another, or discarded. */
@Singleton
public class ImportService {

    /** Ten million rows on a slow disk; an ordinary list takes seconds. */
    static final Duration LONGEST_STEP = Duration.ofHours(1);

    private final Imports imports;
    private final ImportDetails details;
    private final Readings readings;
    private final Staging staging;
    private final Looking looking;
    private final Ledger ledger;
    private final HashJoins hashJoins;
    private final LedgerUpdate ledgerUpdate;
    private final Decisions decisions;
    private final ItemCatalogues catalogues;
    private final ReportService reportService;
    private final Facts facts;
    private final Event<LedgerChanged> ledgerChanged;

    ImportService(
            Imports imports,
            ImportDetails details,
            Readings readings,
            Staging staging,
            Looking looking,
            Ledger ledger,
            HashJoins hashJoins,
            LedgerUpdate ledgerUpdate,
            Decisions decisions,
            ItemCatalogues catalogues,
            ReportService reportService,
            Facts facts,
            Event<LedgerChanged> ledgerChanged) {
        this.imports = imports;
        this.details = details;
        this.readings = readings;
        this.staging = staging;
        this.looking = looking;
        this.ledger = ledger;
        this.hashJoins = hashJoins;
        this.ledgerUpdate = ledgerUpdate;
        this.decisions = decisions;
        this.catalogues = catalogues;
        this.reportService = reportService;
        this.facts = facts;
        this.ledgerChanged = ledgerChanged;
    }

    /** Reads a list to its end and stages it; what cannot be read leaves an import that says why. */
    ImportView receive(
            String incident,
            @Nullable String fileName,
            Purpose purpose,
            ColumnMapping mapping,
            UploadKey key,
            InputStream body,
            String by) {
        List<String> itemsInPlay = reportService.incident(incident).items();
        ItemCatalogue catalogue = catalogues.refreshed();
        UUID id = inTransaction(() -> begin(incident, fileName, purpose, by));
        try (ListFile file = ListFile.receive(body)) {
            return inTransaction(() -> stage(id, file, mapping, key, catalogue, itemsInPlay));
        } catch (ProblemException unreadable) {
            fail(id, String.valueOf(unreadable.getMessage()));
            throw unreadable;
        } catch (IOException cut) {
            fail(id, "The file did not arrive completely");
            throw new ProblemException(ProblemType.UNREADABLE_FILE, "The file did not arrive completely");
        } catch (RuntimeException failed) {
            fail(id, "Something failed on our side");
            throw failed;
        }
    }

    ImportView get(UUID id) {
        return inTransaction(() -> view(imports.get(id)));
    }

    /**
     * What must hold before rejected rows are asked for.
     *
     * @throws ProblemException NOT_FOUND if there is no such list, or its rows are erased
     */
    void requireRejections(UUID id) {
        inTransaction(() -> {
            Import list = imports.get(id);
            if (list.rejectionsErasedAt() != null) {
                throw new ProblemException(
                        ProblemType.NOT_FOUND,
                        "The rejected rows of import " + id + " were erased at " + list.rejectionsErasedAt());
            }
            return list;
        });
    }

    Page<ImportView> list(@Nullable String incident, @Nullable UUID after, int limit) {
        return inTransaction(() -> {
            List<ImportView> found = imports.page(incident, after, limit).stream()
                    .map(this::view)
                    .toList();
            return Page.of(found, limit, ImportView::id);
        });
    }

    /** Carries a list into the ledger, if it still does what the digest was given for; otherwise looks at it anew. */
    ImportView apply(UUID id, String digest, String by) {
        Optional<ProblemException> refusal = inTransaction(() -> tryToApply(id, digest, by));
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        return get(id);
    }

    ImportView discard(UUID id, String reason, String by) {
        return inTransaction(() -> {
            Import list = imports.hold(id);
            Instant now = facts.stamp();
            list.discard(reason, by, now);
            decisions.takeBackAll(id, by, now);
            details.forgetRows(id);
            return view(list);
        });
    }

    private UUID begin(String incident, @Nullable String fileName, Purpose purpose, String by) {
        if (purpose.reason() == null && imports.anyAppliedOf(incident)) {
            throw ProblemException.invalid(
                    "reason",
                    "must say why: a list of this incident is applied already, and this one adds to what it said");
        }
        Import list = Import.received(incident, fileName, purpose, by, facts.stamp());
        imports.persist(list);
        return list.id();
    }

    private ImportView stage(
            UUID id,
            ListFile file,
            ColumnMapping mapping,
            UploadKey key,
            ItemCatalogue catalogue,
            List<String> itemsInPlay) {
        key.hold(file);
        Import list = imports.hold(id);
        try (ListReader reader = ListReader.open(file, mapping, catalogue)) {
            RowCheck check = new RowCheck(reader.header(), catalogue);
            int rows = staging.stage(id, reader, check);
            List<String> foreign = catalogue.itemsOf(check.allItems()).stream()
                    .filter(item -> !itemsInPlay.contains(item))
                    .toList();
            readings.store(id, file.sha256Hex(), reader, check, foreign);
            Picture picture = looking.look(list);
            if (picture.counts().rows() != rows) {
                throw new IllegalStateException(picture.counts().rows() + " rows judged instead of " + rows);
            }
            list.stage(file, reader.traits().encoding(), picture, facts.stamp());
            return key.answered(view(list));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a refusal instead of throwing it where the new look at the list has to be kept. */
    private Optional<ProblemException> tryToApply(UUID id, String digest, String by) {
        Import list = imports.hold(id);
        list.requireApplicable(by);
        ledger.lock();
        looking.requireClear(list);
        if (!list.isPictureOf(ledger.version())) {
            list.lookAt(looking.look(list));
        }
        if (!list.isWhatWasLookedAt(digest)) {
            return Optional.of(list.changedSince());
        }
        hashJoins.ahead();
        ledgerUpdate.prepare(list);
        Instant stamp = facts.stamp();
        ledgerUpdate.apply(list, stamp);
        ledger.changed();
        ledgerChanged.fire(new LedgerChanged(list.id()));
        list.apply(by, stamp);
        return Optional.empty();
    }

    private void fail(UUID id, String why) {
        inTransaction(() -> {
            imports.hold(id).fail(why, facts.stamp());
            return id;
        });
    }

    private ImportView view(Import list) {
        return list.view(details.of(list.id()));
    }

    private static <T> T inTransaction(Supplier<T> step) {
        return QuarkusTransaction.requiringNew()
                .timeout((int) LONGEST_STEP.toSeconds())
                .call(step::get);
    }
}

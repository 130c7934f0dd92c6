package org.teishutsu.report.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.time.Facts;
import org.teishutsu.report.order.OrderService;

/** Records evidence and tells what there was at an instant. */
@ApplicationScoped
public class EvidenceService {
    /** After everything: PostgreSQL's timestamps end before {@link Instant#MAX}. */
    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");

    private final EvidenceItems items;
    private final EvidenceVersions versions;
    private final EvidenceFolder folder;
    private final OrderService orders;
    private final Facts facts;

    EvidenceService(
            EvidenceItems items, EvidenceVersions versions, EvidenceFolder folder, OrderService orders, Facts facts) {
        this.items = items;
        this.versions = versions;
        this.folder = folder;
        this.orders = orders;
        this.facts = facts;
    }

    @Transactional
    EvidenceView record(NewEvidence entered, ReceivedFile file, String by) {
        if (!exists(entered.subject())) {
            throw ProblemException.invalid("id", "names nothing that this evidence could be about");
        }
        requireNew(entered.subject(), file);
        Instant now = facts.stamp();
        Evidence evidence = new Evidence(entered, now, by);
        items.persist(evidence);
        keep(new EvidenceVersion(evidence.id(), 1, file, now, by), file);
        return evidence.view(versions.of(evidence.id()));
    }

    private boolean exists(Subject subject) {
        return switch (subject.kind()) {
            case CLAUSE ->
                orders.get(List.of(subject.id())).values().stream()
                        .flatMap(order -> order.clauses().stream())
                        .anyMatch(clause -> Objects.equals(clause.number(), subject.clause()));
            case MEASURE, RESTRICTION, TIMELINE_ENTRY, FILING -> items.exists(subject);
        };
    }

    @Transactional
    EvidenceView addVersion(UUID id, ReceivedFile file, String by) {
        Evidence evidence = items.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.notFound("evidence", id));
        requireNew(evidence.subject(), file);
        int number = versions.of(id).size() + 1;
        keep(new EvidenceVersion(id, number, file, facts.stamp(), by), file);
        return evidence.view(versions.of(id));
    }

    /** The file is in its place before anybody can see the row. */
    private void keep(EvidenceVersion version, ReceivedFile file) {
        versions.persistAndFlush(version);
        folder.keep(file, version.id());
    }

    /** The same file may prove two things, but not one thing twice. */
    private void requireNew(Subject subject, ReceivedFile file) {
        for (EvidenceVersion same : versions.sameContent(file.sha256())) {
            Evidence other = items.findById(same.evidenceId());
            if (other.subject().equals(subject)) {
                throw new ProblemException(
                        ProblemType.ALREADY_EXISTS,
                        "This very file is version %d of evidence %s already"
                                .formatted(same.view().number(), other.id()));
            }
        }
    }

    /** One of them with every version; a {@link ProblemException} NOT_FOUND if there is none. */
    @Transactional
    public EvidenceView get(UUID id) {
        return items.findByIdOptional(id)
                .map(evidence -> evidence.view(versions.of(id)))
                .orElseThrow(() -> ProblemException.notFound("evidence", id));
    }

    /** All evidence in an order's file, in the order it was recorded. */
    @Transactional
    public List<EvidenceView> of(UUID order) {
        return of(order, FAR);
    }

    /** What was in an order's file at an instant: only what had been recorded up to then. */
    @Transactional
    public List<EvidenceView> of(UUID order, Instant asOf) {
        orders.get(order);
        List<Evidence> known =
                items.ofOrder(order).stream().filter(each -> each.knownAt(asOf)).toList();
        Map<UUID, List<EvidenceVersion>> files =
                versions.of(known.stream().map(Evidence::id).toList(), asOf);
        return known.stream()
                .map(each -> each.view(files.getOrDefault(each.id(), List.of())))
                .toList();
    }

    /**
     * One file to be read.
     *
     * @param path where its bytes lie
     */
    record Stored(EvidenceView.Version version, Path path) {}

    /** The bytes of one file as they lie there now; a NoSuchFileException if they do not. */
    @Transactional
    public InputStream open(UUID id, int number) throws IOException {
        return Files.newInputStream(file(id, number).path());
    }

    @Transactional
    Stored file(UUID id, int number) {
        return versions.find(id, number)
                .map(version -> new Stored(version.view(), folder.of(version.id())))
                .orElseThrow(() -> ProblemException.notFound("version of evidence " + id + " with the number", number));
    }
}

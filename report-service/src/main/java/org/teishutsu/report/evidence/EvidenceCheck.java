package org.teishutsu.report.evidence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.teishutsu.common.time.Jst;
import org.teishutsu.platform.security.Who;
import org.teishutsu.platform.time.DailyTick;
import org.teishutsu.platform.time.Facts;

/**
 * Reads every file of evidence again and holds it against the hash it came in with. What is found is recorded, logged, shown
 * by health and metrics, and told as {@link EvidenceAltered}; it stands until a later reading finds it mended.
 */
@ApplicationScoped
class EvidenceCheck implements DailyTick {
    private static final Logger LOG = Logger.getLogger(EvidenceCheck.class);
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int AT_ONCE = 500;

    private final EvidenceChecks checks;
    private final EvidenceVersions versions;
    private final EvidenceFolder folder;
    private final Facts facts;
    private final Clock clock;
    private final Event<EvidenceAltered> altered;

    EvidenceCheck(
            EvidenceChecks checks,
            EvidenceVersions versions,
            EvidenceFolder folder,
            Facts facts,
            Clock clock,
            Event<EvidenceAltered> altered) {
        this.checks = checks;
        this.versions = versions;
        this.folder = folder;
        this.facts = facts;
        this.clock = clock;
        this.altered = altered;
    }

    /** A night that was missed cannot be read any more: only today's is. */
    @Override
    public void tick(LocalDate day) {
        if (day.equals(Jst.date(clock.instant())) && !doneOn(day)) {
            run(Who.SCHEDULER);
            sweep();
        }
    }

    /** A day whose other ticks fail is tried again every half minute; the files are read once. */
    private boolean doneOn(LocalDate day) {
        return checks.latestBy(Who.SCHEDULER)
                .filter(check -> Jst.date(check.recordedAt()).equals(day))
                .isPresent();
    }

    /** Reads everything now. */
    CheckView run(String by) {
        Map<UUID, Finding.Kind> findings = new LinkedHashMap<>();
        long files = 0;
        long bytes = 0;
        for (List<EvidenceChecks.Recorded> part = checks.after(BEFORE_ALL, AT_ONCE);
                !part.isEmpty();
                part = checks.after(part.get(part.size() - 1).version(), AT_ONCE)) {
            for (EvidenceChecks.Recorded recorded : part) {
                files++;
                bytes += recorded.bytes();
                find(recorded).ifPresent(kind -> findings.put(recorded.version(), kind));
            }
        }
        return record(files, bytes, findings, by);
    }

    private CheckView record(long files, long bytes, Map<UUID, Finding.Kind> findings, String by) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = facts.stamp();
            checks.record(files, bytes, findings, now, by);
            CheckView view = checks.latest().orElseThrow();
            tell(view);
            return view;
        });
    }

    private void tell(CheckView view) {
        for (Finding finding : view.findings()) {
            LOG.errorf("Version %d of evidence %s is %s", finding.version(), finding.evidence(), finding.kind());
        }
        if (!view.findings().isEmpty()) {
            altered.fire(new EvidenceAltered(view.findings().size(), view.recordedAt()));
        }
    }

    private Optional<Finding.Kind> find(EvidenceChecks.Recorded recorded) {
        Path file = folder.of(recorded.version());
        try {
            boolean same = Files.size(file) == recorded.bytes()
                    && EvidenceFolder.sha256(file).equals(recorded.sha256());
            return same ? Optional.empty() : Optional.of(Finding.Kind.ALTERED);
        } catch (NoSuchFileException e) {
            return Optional.of(Finding.Kind.MISSING);
        } catch (IOException e) {
            LOG.error("A file of evidence cannot be read", e);
            return Optional.of(Finding.Kind.UNREADABLE);
        }
    }

    private void sweep() {
        int swept = folder.sweep(
                Clock.systemUTC().instant(),
                version -> QuarkusTransaction.requiringNew().call(() -> versions.exists(version)));
        if (swept > 0) {
            LOG.warnf("%d files that uploads or crashes had left were deleted or, if kept, moved aside", swept);
        }
    }
}

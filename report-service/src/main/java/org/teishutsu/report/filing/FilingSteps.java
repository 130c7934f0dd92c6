package org.teishutsu.report.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.teishutsu.platform.time.Facts;

/** One step of a filing: in one transaction, alone, stamped. */
@ApplicationScoped
class FilingSteps {
    private final Filings filings;
    private final FilingViews views;
    private final Facts facts;

    FilingSteps(Filings filings, FilingViews views, Facts facts) {
        this.filings = filings;
        this.views = views;
        this.facts = facts;
    }

    /** Locks first and stamps then, so that nobody waits for this transaction longer than it works. */
    @Transactional
    FilingView take(UUID id, BiConsumer<Filing, Instant> change) {
        Filing filing = filings.lock(id);
        change.accept(filing, facts.stamp());
        filings.flush();
        return views.of(filing);
    }
}

package org.teishutsu.report.firm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;
import org.teishutsu.platform.time.Facts;

/** Keeps what letters say of the firm. */
@ApplicationScoped
public class FirmService {
    private final Firms firms;
    private final Facts facts;

    FirmService(Firms firms, Facts facts) {
        this.firms = firms;
        this.facts = facts;
    }

    /** The firm as it was last recorded, if it was. */
    @Transactional
    public Optional<FirmView> find() {
        return firms.find("order by recordedAt desc, id desc")
                .firstResultOptional()
                .map(Firm::view);
    }

    /** The firm as it was known at an instant; if it was only recorded later, as it was recorded first. */
    @Transactional
    public Optional<FirmView> knownAt(Instant asOf) {
        return firms.find("recordedAt <= ?1 order by recordedAt desc, id desc", asOf)
                .firstResultOptional()
                .or(() -> firms.find("order by recordedAt, id").firstResultOptional())
                .map(Firm::view);
    }

    @Transactional
    FirmView get() {
        return find().orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "The firm is not recorded yet"));
    }

    @Transactional
    FirmView record(FirmDetails details, String by) {
        Firm firm = new Firm(details, facts.stamp(), by);
        firms.persist(firm);
        return firm.view();
    }
}

package org.teishutsu.notify.intake;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;
import org.teishutsu.common.time.Jst;
import org.teishutsu.platform.time.DailyTick;
import org.teishutsu.platform.time.Facts;

/**
 * The end of the rows that an applied list could not bring into the ledger: after some months they are people of whom
 * nobody thinks any more. That they were erased is recorded; how many there were and why stays with the list.
 */
@Singleton
class KeptRejections implements DailyTick {

    private static final Logger LOG = Logger.getLogger(KeptRejections.class);

    private final Imports imports;
    private final ImportDetails details;
    private final IntakeConfig config;
    private final Facts facts;

    KeptRejections(Imports imports, ImportDetails details, IntakeConfig config, Facts facts) {
        this.imports = imports;
        this.details = details;
        this.config = config;
        this.facts = facts;
    }

    @Override
    @Transactional
    public void tick(LocalDate day) {
        List<Import> due =
                imports.appliedWithRejectionsBefore(Jst.startOf(day.minusDays(config.rejectedRowsKeptDays())));
        if (due.isEmpty()) {
            return;
        }
        due.forEach(list -> details.forgetRejections(list.id()));
        Instant now = facts.stamp();
        for (Import list : due) {
            list.rejectionsErased(now);
            LOG.infof("The rejected rows of import %s are erased", list.id());
        }
    }
}

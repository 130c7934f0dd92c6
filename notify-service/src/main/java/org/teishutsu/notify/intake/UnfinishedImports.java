package org.teishutsu.notify.intake;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.teishutsu.common.time.Jst;
import org.teishutsu.platform.time.DailyTick;
import org.teishutsu.platform.time.Facts;

/**
 * Closes what a process that ended in the middle of a reception left behind. There is nothing but the header: the rows
 * went with their transaction and the file had no name. What may still arrive, over midnight, too, is left alone.
 */
@Singleton
class UnfinishedImports implements DailyTick {

    private final Imports imports;
    private final Facts facts;

    UnfinishedImports(Imports imports, Facts facts) {
        this.imports = imports;
        this.facts = facts;
    }

    @Override
    @Transactional
    public void tick(LocalDate day) {
        List<Import> unfinished = imports.unfinishedSince(Jst.startOf(day).minus(ImportService.LONGEST_STEP));
        if (!unfinished.isEmpty()) {
            Instant now = facts.stamp();
            unfinished.forEach(list -> list.fail("The service ended while the file was arriving", now));
        }
    }
}

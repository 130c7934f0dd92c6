package org.teishutsu.notify.campaign;

import jakarta.inject.Singleton;
import java.util.SortedMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.teishutsu.common.figures.NotToldReason;
import org.teishutsu.notify.exposure.HashJoins;
import org.teishutsu.notify.vault.Vault;

/**
 * Who of a campaign was told something that is not so, and has not been told that (訂正未了者), each with one reason. Asked of
 * what was sent and of the ledger, not of what was planned.
 */
@Singleton
class CorrectionsDue {

    /** Of whom it is not even known whether the message went out, that comes first. Parameter: the campaign. */
    private static final String WRONGLY_TOLD = """
            with waiting as (
                select recipient_id, bool_and(state = 'UNCERTAIN') as uncertain
                from wrong_message
                where campaign_id = ?
                group by recipient_id
            """;

    private final Worklist list;

    CorrectionsDue(DataSource dataSource, Vault vault, HashJoins hashJoins) {
        this.list = Worklist.of(
                new Worklist.Tools(dataSource, vault, hashJoins), WRONGLY_TOLD, 1, "d.purpose = 'CORRECTION'");
    }

    /** Recipients by why they have not been corrected yet; empty if everybody has. */
    SortedMap<NotToldReason, Long> count(UUID campaign) {
        return list.count(campaign);
    }

    Worklist list() {
        return list;
    }
}

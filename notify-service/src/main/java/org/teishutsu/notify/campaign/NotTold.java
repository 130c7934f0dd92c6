package org.teishutsu.notify.campaign;

import jakarta.inject.Singleton;
import java.util.SortedMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.teishutsu.common.figures.NotToldReason;
import org.teishutsu.notify.exposure.HashJoins;
import org.teishutsu.notify.vault.Vault;

/**
 * Who of a campaign has not been told yet (個別通知未了者), each with one reason. Asked of the ledger, not of what was
 * planned: so nobody can be missing from it because he was missed before.
 */
@Singleton
class NotTold {

    /**
     * Told is whom one message, which no correction has put right, told every item that the ledger holds now, for each of
     * the incidents, or of whom two people said that he need not be. Parameters: the campaign, twice.
     */
    private static final String UNTOLD = """
            with told as (
                select said.recipient_id, item.key as incident, item.value::text::bigint as mask
                from (
                    select d.recipient_id, d.told
                    from party_delivery d
                    join delivery_state s on s.delivery_id = d.id and s.state in ('SENT', 'DELIVERED', 'POSTED')
                    where d.campaign_id = ? and d.id not in (select delivery_id from put_right)
                    union all
                    select recipient_id, covers from closed_party
                ) said
                cross join jsonb_each(said.told) item
            ), waiting as (
                select distinct e.recipient_id, false as uncertain
                from exposure e
                join campaign_incident i on i.incident = e.incident and i.campaign_id = ?
                left join told t on t.recipient_id = e.recipient_id and t.incident = e.incident
                    and e.mask & ~t.mask = 0
                where e.withdrawn_at is null and t.recipient_id is null
            """;

    private final Worklist list;

    NotTold(DataSource dataSource, Vault vault, HashJoins hashJoins) {
        this.list = Worklist.of(new Worklist.Tools(dataSource, vault, hashJoins), UNTOLD, 2, "true");
    }

    /** Recipients by reason; empty if everybody has been told. */
    SortedMap<NotToldReason, Long> count(UUID campaign) {
        return list.count(campaign);
    }

    /** The list itself. */
    Worklist list() {
        return list;
    }
}

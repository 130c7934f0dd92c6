package org.teishutsu.notify.telephone;

import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.figures.CallOutcome;
import org.teishutsu.notify.desk.IdentityChecks.Shown;
import org.teishutsu.notify.vault.Sealing;
import org.teishutsu.notify.vault.Vault;

/** All calls. Joins the caller's transaction. */
@Singleton
class Calls {

    private static final String NOTE = "note";

    private static final String STARTED = """
            select count(*) from campaign where id = :campaign and state in ('RUNNING', 'PAUSED', 'COMPLETE')
            """;

    /** What the ledger held of a party for a campaign at an instant: what the desk saw, and so what it told. */
    private static final String TOLD = """
            select cast(jsonb_object_agg(e.incident, e.mask) as text)
            from exposure e
            join campaign_incident i on i.incident = e.incident and i.campaign_id = :campaign
            where e.recipient_id = :party and e.recorded_at <= :at and (e.withdrawn_at is null or e.withdrawn_at > :at)
            """;

    private static final String AFFECTED = """
            select count(*)
            from exposure e
            join campaign_incident i on i.incident = e.incident and i.campaign_id = :campaign
            where e.withdrawn_at is null and e.recipient_id = :party
            """;

    private static final String USED = """
            select count(*) from telephone_call where campaign_id = :campaign and identity_check_id = :check
            """;

    private static final String RECORD = """
            insert into telephone_call (id, campaign_id, recipient_id, outcome, identity_check_id, delivery_id, called_at,
                note, recorded_at, recorded_by)
            values (:id, :campaign, :recipient, :outcome, cast(:check as uuid), cast(:delivery as uuid), :calledAt,
                cast(:note as bytea), :now, :by)
            """;

    private static final String PAGE = """
            select id, recipient_id, outcome, delivery_id, called_at, note, recorded_at, recorded_by
            from telephone_call
            where campaign_id = :campaign and id > :after
              and (cast(:recipient as uuid) is null or recipient_id = cast(:recipient as uuid)
                   or recipient_id in (select recipient_id from recipient_merge where survivor_id = cast(:recipient as uuid)))
            order by id
            limit :limit
            """;

    private final Session database;
    private final Vault vault;

    Calls(Session database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Whether anybody is told anything by this campaign: it has been started and not been cancelled. */
    boolean isStarted(UUID campaign) {
        return number(STARTED, campaign, "campaign", campaign) > 0;
    }

    /** Whether a party is to be told something by this campaign. */
    boolean isAffected(UUID campaign, UUID party) {
        return number(AFFECTED, campaign, "party", party) > 0;
    }

    /** Whether a call has been recorded already in which somebody was told after this check. */
    boolean isUsed(UUID campaign, UUID check) {
        return number(USED, campaign, "check", check) > 0;
    }

    private long number(String sql, UUID campaign, String parameter, UUID value) {
        return database.createNativeQuery(sql, Long.class)
                .setParameter("campaign", campaign)
                .setParameter(parameter, value)
                .getSingleResult();
    }

    /** Incident code to mask, as JSON; empty if nothing was to be told. */
    Optional<String> told(UUID campaign, Shown shown) {
        return Optional.ofNullable(database.createNativeQuery(TOLD, String.class)
                .setParameter("campaign", campaign)
                .setParameter("party", shown.party())
                .setParameter("at", shown.at())
                .getSingleResult());
    }

    void record(CallView call, @Nullable UUID check, Sealing sealing) {
        database.createNativeMutationQuery(RECORD)
                .setParameter("id", call.id())
                .setParameter("campaign", call.campaign())
                .setParameter("recipient", call.recipient())
                .setParameter("outcome", call.outcome().name())
                .setParameter("check", check, UUID.class)
                .setParameter("delivery", call.delivery(), UUID.class)
                .setParameter("calledAt", call.calledAt())
                .setParameter(
                        "note",
                        call.note() == null
                                ? null
                                : sealing.seal(NOTE, call.id(), call.note().getBytes(StandardCharsets.UTF_8)),
                        byte[].class)
                .setParameter("now", call.recordedAt())
                .setParameter("by", call.by())
                .executeUpdate();
    }

    /** In the order of recording; of one recipient, if one is named. */
    List<CallView> page(UUID campaign, @Nullable UUID recipient, @Nullable UUID after, int limit) {
        return database
                .createNativeQuery(PAGE, Tuple.class)
                .setParameter("campaign", campaign)
                .setParameter("recipient", recipient, UUID.class)
                .setParameter("after", after == null ? new UUID(0, 0) : after)
                .setParameter("limit", limit)
                .getResultList()
                .stream()
                .map(row -> view(campaign, row))
                .toList();
    }

    private CallView view(UUID campaign, Tuple row) {
        UUID id = row.get(0, UUID.class);
        byte @Nullable [] note = row.get(5, byte[].class);
        return new CallView(
                id,
                campaign,
                row.get(1, UUID.class),
                CallOutcome.valueOf(row.get(2, String.class)),
                row.get(3, UUID.class),
                row.get(4, Instant.class),
                note == null ? null : new String(vault.open(NOTE, id, note), StandardCharsets.UTF_8),
                row.get(6, Instant.class),
                row.get(7, String.class));
    }
}

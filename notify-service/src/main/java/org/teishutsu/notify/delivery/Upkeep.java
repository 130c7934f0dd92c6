package org.teishutsu.notify.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/** What keeps the queue in order between claims: the dead, the uncertain, the deferred, the cancelled. */
@Singleton
class Upkeep {

    private static final String DEAD = "select count(*) from delivery_process where alive_until < clock_timestamp()";

    /** A claim of a process holds a share of its row, so none can slip past: whoever is being claimed for is skipped. */
    private static final String RECOVER = """
            with stamp as materialized (
                select domain_now() as at
            ), dead as materialized (
                select id from delivery_process where alive_until < clock_timestamp() for update skip locked
            ), lost as (
                update delivery_state s
                set state = 'UNCERTAIN', claimed_by = null, admitted = false
                from dead
                where s.claimed_by = dead.id and s.state = 'QUEUED' and s.channel = 'EMAIL'
                returning s.delivery_id
            ), event as (
                insert into delivery_event (delivery_id, state, recorded_at, note)
                select delivery_id, 'UNCERTAIN', stamp.at, 'The sending process died' from lost, stamp
                returning delivery_id
            ), gone as (
                delete from delivery_process p using dead where p.id = dead.id
            )
            select count(*) from event
            """;

    /**
     * What a dead process left goes again at once; what the server did not answer for waits as after a refusal. What no
     * longer says what the ledger holds, what its recipient has heard on the telephone since, and what he is not to be told
     * any more is not said again: it waits for a person's word.
     */
    private static final String RESEND = """
            with stamp as materialized (
                select domain_now() as at
            ), again as (
                update delivery_state s
                set state = 'DEFERRED', resends = s.resends + 1, first_tried_at = coalesce(s.first_tried_at, stamp.at)
                from stamp, delivery d
                where s.state = 'UNCERTAIN' and (s.first_tried_at is null or s.first_tried_at + ? * interval '1 second' > stamp.at)
                    and d.id = s.delivery_id and d.told = (
                        select coalesce(jsonb_object_agg(e.incident, e.mask), '{}')
                        from exposure e
                        join campaign_incident i on i.incident = e.incident and i.campaign_id = s.campaign_id
                        where e.recipient_id = d.recipient_id and e.withdrawn_at is null
                    )
                    and not exists (
                        select from delivery t
                        where t.recipient_id in (
                                select d.recipient_id
                                union all
                                select m.survivor_id from recipient_merge m where m.recipient_id = d.recipient_id)
                            and t.campaign_id = d.campaign_id and t.channel = 'TELEPHONE' and t.recorded_at > d.recorded_at
                            and not exists (
                                select from jsonb_each(d.told) item
                                where item.value::text::bigint & ~coalesce((t.told ->> item.key)::bigint, 0) <> 0)
                    )
                    and (d.told = '{}' or not is_closed(d.recipient_id, d.told))
                returning s.delivery_id, s.campaign_id, s.attempts
            ), due as (
                insert into delivery_deferred (delivery_id, campaign_id, due_at, attempt)
                select delivery_id, campaign_id,
                    stamp.at + least(? * power(2, attempts - 1), ?) * interval '1 second' * least(attempts, 1), attempts
                from again, stamp
            ), event as (
                insert into delivery_event (delivery_id, state, recorded_at, note)
                select delivery_id, 'QUEUED', stamp.at, 'Sent again: it is not known whether it arrived'
                from again, stamp
                returning delivery_id
            )
            select count(*) from event
            """;

    private static final String PROMOTE = """
            with due as (
                delete from delivery_deferred d
                using (
                    select delivery_id from delivery_deferred where due_at <= ?
                    order by due_at limit 1000 for update skip locked
                ) ready
                where d.delivery_id = ready.delivery_id
                returning d.delivery_id
            ), queued as (
                update delivery_state s set state = 'QUEUED'
                from due where s.delivery_id = due.delivery_id and s.state = 'DEFERRED'
                returning s.delivery_id
            )
            select count(*) from queued
            """;

    private static final String CANCEL = """
            with stamp as materialized (
                select domain_now() as at
            ), gone as (
                update delivery_state s set state = 'CANCELLED'
                where s.campaign_id = ? and s.state in ('QUEUED', 'DEFERRED', 'PRINTED') and s.claimed_by is null
                returning s.delivery_id
            ), deferred as (
                delete from delivery_deferred d using gone where d.delivery_id = gone.delivery_id
            ), event as (
                insert into delivery_event (delivery_id, state, recorded_at)
                select delivery_id, 'CANCELLED', stamp.at from gone, stamp
                returning delivery_id
            )
            select count(*) from event
            """;

    private final DataSource dataSource;
    private final DeliveryConfig config;
    private final Clock clock;

    Upkeep(DataSource dataSource, DeliveryConfig config, Clock clock) {
        this.dataSource = dataSource;
        this.config = config;
        this.clock = clock;
    }

    /** Makes UNCERTAIN what processes whose lease has run out had claimed, and says how many. */
    int recoverDead() {
        return count("look for the dead", DEAD, statement -> {}) == 0 ? 0 : count("recover", RECOVER, statement -> {});
    }

    /** Puts the uncertain back into the queue, if that is the policy, until the time for trying is over. */
    int resendUncertain() {
        if (config.uncertainPolicy() != UncertainPolicy.RESEND) {
            return 0;
        }
        return count("resend", RESEND, statement -> {
            statement.setLong(1, config.retryFor().toSeconds());
            statement.setLong(2, config.retryFirst().toSeconds());
            statement.setLong(3, config.retryMax().toSeconds());
        });
    }

    /** Puts back into the queue what was deferred until now. */
    int promoteDue() {
        Instant now = clock.instant();
        return count("promote", PROMOTE, statement -> statement.setObject(1, now.atOffset(ZoneOffset.UTC)));
    }

    /** Cancels what of a campaign is in nobody's hands. */
    int cancel(UUID campaign) {
        return count("cancel", CANCEL, statement -> statement.setObject(1, campaign));
    }

    private int count(String step, String sql, Binding binding) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new OutboxException(step, e);
        }
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}

package org.teishutsu.notify.bounce;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Says which domains refuse us by their policy: when asked, and in the log whenever more has been refused. */
@ApplicationScoped
class PolicyAlarmInsight {

    private static final Logger LOG = Logger.getLogger(PolicyAlarmInsight.class);

    private final PolicyAlarms alarms;
    private final Map<String, Instant> warned = new HashMap<>();

    PolicyAlarmInsight(PolicyAlarms alarms) {
        this.alarms = alarms;
    }

    @Transactional
    List<PolicyAlarms.Alarm> current() {
        return alarms.current();
    }

    @Scheduled(every = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void warn() {
        for (PolicyAlarms.Alarm alarm : alarms.current()) {
            if (!alarm.last().equals(warned.put(alarm.domain(), alarm.last()))) {
                LOG.warnf(
                        "%d messages came back from one domain for reasons of its policy: GET /bounces/policy-alarms"
                                + " says which",
                        alarm.deliveries());
            }
        }
    }
}

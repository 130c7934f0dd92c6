package org.teishutsu.notify.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.notify.mail.EmailAddress;

/** What people see and say of how fast and where to is sent. */
@ApplicationScoped
class Sending {

    private final MailDomains domains;
    private final DomainWaits waits;
    private final Rates rates;
    private final SendingChanges changes;

    Sending(MailDomains domains, DomainWaits waits, Rates rates, SendingChanges changes) {
        this.domains = domains;
        this.waits = waits;
        this.rates = rates;
        this.changes = changes;
    }

    @Transactional
    List<MailDomainView> domains(@Nullable UUID after, int limit) {
        Map<UUID, Long> waiting = waits.count();
        return domains.all().stream()
                .filter(domain -> after == null || domain.id().toString().compareTo(after.toString()) > 0)
                .limit(limit)
                .map(domain -> MailDomainView.of(domain, waiting.getOrDefault(domain.id(), 0L)))
                .toList();
    }

    @Transactional
    MailDomainView domain(UUID id) {
        return domains.all().stream()
                .filter(domain -> domain.id().equals(id))
                .findFirst()
                .map(domain -> MailDomainView.of(domain, waits.count().getOrDefault(id, 0L)))
                .orElseThrow(() -> ProblemException.notFound("domain", id));
    }

    @Transactional
    MailDomainView rate(String domain, @Nullable Integer perSecond, String by) {
        String name = EmailAddress.parse("x@" + domain)
                .map(EmailAddress::domain)
                .orElseThrow(() -> ProblemException.invalid("domain", "is no domain that mail can be sent to"));
        return domain(domains.rate(name, perSecond, by));
    }

    @Transactional
    MailDomainView rate(UUID id, @Nullable Integer perSecond, String by) {
        if (!domains.rate(id, perSecond, by)) {
            throw ProblemException.notFound("domain", id);
        }
        return domain(id);
    }

    /** One that does not rest stays as it is. */
    @Transactional
    MailDomainView resume(UUID id, String by) {
        domains.resume(id, by);
        return domain(id);
    }

    @Transactional
    void wholeRate(@Nullable Integer perSecond, String by) {
        rates.setWhole(perSecond, by);
    }

    @Transactional
    List<SendingChange> changes(long after, int limit) {
        return changes.after(after, limit);
    }
}

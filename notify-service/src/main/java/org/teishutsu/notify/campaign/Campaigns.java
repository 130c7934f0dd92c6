package org.teishutsu.notify.campaign;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.teishutsu.common.problem.ProblemException;

@ApplicationScoped
class Campaigns implements PanacheRepositoryBase<Campaign, UUID> {

    Campaign get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("campaign", id));
    }

    List<Campaign> in(CampaignState... states) {
        return list("state in ?1 order by id", List.of(states));
    }
}

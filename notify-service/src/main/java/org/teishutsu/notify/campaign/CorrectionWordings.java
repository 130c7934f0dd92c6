package org.teishutsu.notify.campaign;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.teishutsu.common.problem.ProblemException;

@ApplicationScoped
class CorrectionWordings implements PanacheRepositoryBase<CorrectionWording, UUID> {

    CorrectionWording get(UUID campaign, UUID id) {
        return find("campaignId = ?1 and id = ?2", campaign, id)
                .firstResultOptional()
                .orElseThrow(() -> ProblemException.notFound("correction wording", id));
    }

    /** The one that was approved last. */
    Optional<CorrectionWording> inForce(UUID campaign) {
        return find("campaignId = ?1 and approvedAt is not null order by approvedAt desc, id desc", campaign)
                .firstResultOptional();
    }

    /** In the order in which they were proposed: a handful. */
    List<CorrectionWording> of(UUID campaign) {
        return list("campaignId = ?1 order by id", campaign);
    }
}

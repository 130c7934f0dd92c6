package org.teishutsu.report.evidence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Every file of evidence. */
@ApplicationScoped
class EvidenceVersions implements PanacheRepositoryBase<EvidenceVersion, UUID> {

    List<EvidenceVersion> of(UUID evidence) {
        return list("evidenceId = ?1 order by number", evidence);
    }

    /** Those of several pieces recorded up to an instant, in one statement. */
    Map<UUID, List<EvidenceVersion>> of(Collection<UUID> evidence, Instant asOf) {
        return list("evidenceId in ?1 and recordedAt <= ?2 order by number", evidence, asOf).stream()
                .collect(Collectors.groupingBy(EvidenceVersion::evidenceId));
    }

    Optional<EvidenceVersion> find(UUID evidence, int number) {
        return find("evidenceId = ?1 and number = ?2", evidence, number).firstResultOptional();
    }

    /** The same bytes wherever they were filed before. */
    List<EvidenceVersion> sameContent(String sha256) {
        return list("sha256 = ?1 order by recordedAt, id", sha256);
    }

    boolean exists(UUID version) {
        return count("id", version) == 1;
    }
}

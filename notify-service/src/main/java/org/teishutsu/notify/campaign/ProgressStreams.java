package org.teishutsu.notify.campaign;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;

/** The progress of a campaign every second, to its end; to a limited number of listeners. */
@Singleton
class ProgressStreams {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Set<CampaignState> OVER = Set.of(CampaignState.COMPLETE, CampaignState.CANCELLED);

    private final CampaignInsight insight;
    private final Semaphore places;

    ProgressStreams(CampaignInsight insight, CampaignConfig config) {
        this.insight = insight;
        this.places = new Semaphore(config.watchers());
    }

    Multi<Progress> of(UUID campaign) {
        insight.progress(campaign);
        if (!places.tryAcquire()) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_REQUESTS,
                    "As many follow campaigns as campaign.watchers allows; ask for the progress as JSON");
        }
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .item(() -> insight.progress(campaign))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .withDelay(EVERY)
                .whilst(progress -> !OVER.contains(progress.state()))
                .onTermination()
                .invoke(places::release);
    }
}

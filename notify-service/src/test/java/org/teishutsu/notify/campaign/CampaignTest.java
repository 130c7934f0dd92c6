package org.teishutsu.notify.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.common.problem.ProblemType;

class CampaignTest {

    private static final Instant NOW = Instant.parse("2017-08-01T01:00:00Z");

    private final Campaign campaign = Campaign.draft(
            new CampaignRequest(
                    "個別通知",
                    List.of("2016-attack"),
                    UUID.randomUUID(),
                    null,
                    LocalDate.of(2017, 8, 3),
                    null,
                    null,
                    null,
                    null),
            new Campaign.FrozenFacts("{}", "digest"),
            "hanako",
            NOW);

    private static void assertProblem(ProblemType type, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }

    @Test
    void nobodyApprovesHisOwn() {
        assertProblem(ProblemType.FOUR_EYES, () -> campaign.approve("digest", "hanako", NOW));
        assertThat(campaign.state()).isEqualTo(CampaignState.DRAFT);
    }

    @Test
    void approvalIsOfWhatWasLookedAt() {
        campaign.follow(new Campaign.FrozenFacts("{\"new\":1}", "other"));

        assertProblem(ProblemType.CHANGED_SINCE, () -> campaign.approve("digest", "taro", NOW));
        campaign.approve("other", "taro", NOW);
        assertThat(campaign.state()).isEqualTo(CampaignState.APPROVED);
        assertThat(campaign.approvedBy()).isEqualTo("taro");
    }

    @Test
    void factsAreFrozenFromTheApprovalOn() {
        campaign.approve("digest", "taro", NOW);
        campaign.follow(new Campaign.FrozenFacts("{\"new\":1}", "other"));

        assertThat(campaign.facts()).isEqualTo("{}");
        assertThat(campaign.digest()).isEqualTo("digest");
    }

    @Test
    void givenBackItNeedsANewApproval() {
        campaign.approve("digest", "taro", NOW);
        campaign.giveBack("文面を直す");

        assertThat(campaign.approvedBy()).isNull();
        assertThat(campaign.reason()).isEqualTo("文面を直す");
        assertProblem(ProblemType.ILLEGAL_TRANSITION, campaign::start);
    }

    @Test
    void startAndResumeAreDifferentSteps() {
        campaign.approve("digest", "taro", NOW);
        assertProblem(ProblemType.ILLEGAL_TRANSITION, campaign::resume);
        campaign.start();
        assertProblem(ProblemType.ILLEGAL_TRANSITION, campaign::start);
        campaign.pause("確認中");
        assertThat(campaign.reason()).isEqualTo("確認中");
        assertProblem(ProblemType.ILLEGAL_TRANSITION, campaign::start);
        campaign.resume();
        assertThat(campaign.reason()).isNull();
        assertThat(campaign.state()).isEqualTo(CampaignState.RUNNING);
    }

    @Test
    void completeOneIsNotCancelledButReopens() {
        campaign.approve("digest", "taro", NOW);
        campaign.start();
        campaign.complete();
        assertProblem(ProblemType.ILLEGAL_TRANSITION, () -> campaign.cancel("x"));
        campaign.reopen();
        assertThat(campaign.state()).isEqualTo(CampaignState.RUNNING);
    }
}

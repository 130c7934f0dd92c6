package org.teishutsu.notify.merge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;

/** Recipients who may be one. */
@Path("/recipients/merge-proposals")
@RolesAllowed({Roles.OFFICER, Roles.APPROVER})
public class MergeResource {

    private final MergeService service;
    private final Who who;

    MergeResource(MergeService service, Who who) {
        this.service = service;
        this.who = who;
    }

    /** In the order in which they came up; those not settled yet, unless a state is named. */
    @GET
    public Page<MergeView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return service.list(state(state), after, limit);
    }

    @GET
    @Path("{id}")
    public MergeView get(@PathParam("id") UUID id) {
        return service.get(id);
    }

    /** MERGE or KEEP_APART; counts once a second person has released it. */
    @POST
    @Path("{id}/decision")
    public MergeView decide(@PathParam("id") UUID id, @NotNull @Valid MergeDecision body) {
        return service.decide(id, body, who.name());
    }

    /** Takes one's own decision back. */
    @DELETE
    @Path("{id}/decision")
    public MergeView takeBack(@PathParam("id") UUID id) {
        return service.takeBack(id, who.name());
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed(Roles.APPROVER)
    public MergeView release(@PathParam("id") UUID id, @NotNull @Valid MergeRelease body) {
        return service.release(id, body.digest(), who.name());
    }

    private static @Nullable MergeState state(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(MergeState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("state", "is none of a merge proposal"));
    }
}

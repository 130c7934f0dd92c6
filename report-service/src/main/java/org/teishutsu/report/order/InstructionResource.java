package org.teishutsu.report.order;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.teishutsu.platform.idempotency.Idempotent;
import org.teishutsu.platform.page.Page;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.security.Who;
import org.teishutsu.report.platform.Created;
import org.teishutsu.report.platform.Listing;

/** What the bureau says after its order, and the firm's answers. */
@Path("/orders/{id}/instructions")
@RolesAllowed({Roles.OFFICER, Roles.APPROVER, Roles.REPRESENTATIVE, Roles.AUDITOR})
public class InstructionResource {
    private final InstructionService instructions;
    private final Who who;

    InstructionResource(InstructionService instructions, Who who) {
        this.instructions = instructions;
        this.who = who;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.OFFICER)
    public Response record(UUID id, @NotNull @Valid NewInstruction instruction) {
        InstructionView recorded = instructions.record(id, instruction, who.name());
        return Created.at("/orders/" + id + "/instructions/" + recorded.id(), recorded);
    }

    @GET
    public Page<InstructionView> of(UUID id, @BeanParam @Valid Listing listing) {
        return listing.of(instructions.all(id), InstructionView::id);
    }

    @GET
    @Path("{instruction}")
    public InstructionView get(UUID id, UUID instruction) {
        return instructions.get(id, instruction);
    }

    @POST
    @Path("{instruction}/answers")
    @Idempotent
    @RolesAllowed(Roles.OFFICER)
    public Response answer(UUID id, UUID instruction, @NotNull @Valid NewAnswer answer) {
        InstructionView answered = instructions.answer(id, instruction, answer, who.name());
        return Created.at("/orders/" + id + "/instructions/" + instruction, answered);
    }
}

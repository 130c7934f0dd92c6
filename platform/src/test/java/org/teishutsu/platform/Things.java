package org.teishutsu.platform;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.teishutsu.common.problem.ProblemException;
import org.teishutsu.platform.idempotency.Idempotent;
import org.teishutsu.platform.security.Roles;
import org.teishutsu.platform.time.DailyTick;

/** A resource as a service would write one, to see what the platform makes of its calls. */
@Path("/things")
@Singleton
public class Things implements DailyTick {

    public record Thing(@NotBlank String name, @NotNull Instant at) {}

    public record Made(int number, String name) {}

    public final List<String> made = new CopyOnWriteArrayList<>();
    public final List<LocalDate> days = new CopyOnWriteArrayList<>();

    @POST
    @Idempotent
    @RolesAllowed(Roles.OFFICER)
    public Response create(@NotNull @Valid Thing thing) {
        made.add(thing.name());
        if (thing.name().equals("broken")) {
            throw new IllegalStateException("a secret of the house");
        }
        return Response.created(URI.create("/things/" + made.size()))
                .entity(new Made(made.size(), thing.name()))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.OFFICER)
    public Made get(@PathParam("id") int id) {
        throw ProblemException.notFound("thing", id);
    }

    @GET
    @Path("named/{name}")
    @RolesAllowed(Roles.OFFICER)
    public Made named(@PathParam("name") String name, @QueryParam("reason") @Nullable String reason) {
        return new Made(0, name);
    }

    @POST
    @Path("named/{name}")
    @RolesAllowed(Roles.OFFICER)
    public Made make(@PathParam("name") String name) {
        return new Made(0, name);
    }

    @GET
    @Path("forgotten")
    public Made withoutRole() {
        return new Made(0, "nobody said who may see this");
    }

    @Override
    public void tick(LocalDate day) {
        days.add(day);
    }
}
